import type { FastifyInstance, FastifyRequest } from "fastify";
import { fail } from "../../../errors.ts";
import { sendPage } from "../../../http/pages/layout.ts";
import { addressHash } from "../../admission/unsubscriptions/address-hash.ts";
import { findUnsubscriptions } from "../../admission/unsubscriptions/queries.ts";
import { setSubscription, type Wish, wishes } from "../../admission/unsubscriptions/set-subscription.ts";
import { addressesOf } from "../../webinars/event-emails/addresses.ts";
import { mailsPage } from "./mails-page.ts";
import type { ForPerson, LinkDeps, OpenedLink } from "./open-link.ts";

const hidden = { schema: { hide: true } };

/** Which e-mails somebody wants. This works as long as mails may come: also when cancelled, blocked or the event is gone. */
export function subscriptionRoutes(app: FastifyInstance, deps: LinkDeps, forPerson: ForPerson): void {
  const { db, sealer } = deps;
  const set = (link: OpenedLink, wish: Wish) =>
    setSubscription(deps, { ...link.key, id: link.person.id, email: link.person.email }, wish, {
      actor: "page:unsubscribe",
    });

  const show = forPerson(async (link, _request, reply) => {
    const { event, person } = link;
    const chosen = await findUnsubscriptions(db, event.clientId, event.id, addressHash(sealer, person.email));
    return sendPage(reply, mailsPage(link, chosen), { isSecret: true });
  });
  app.get("/wcc/p/:event/:personKey/unsubscribe", hidden, show);

  const choose = forPerson(async (link, request, reply) => {
    const form = await readForm(request);
    // RFC 8058: a mail program's own button. It wants a plain yes, and follows nothing.
    if (form?.get("List-Unsubscribe") === "One-Click") {
      await set(link, "none-of-event");
      return reply.header("Cache-Control", "no-store").type("text/plain; charset=utf-8").send("Unsubscribed.\n");
    }
    const wish = wishes.find((one) => one === form?.get("wish")) ?? fail("parameter.invalid", { name: "wish" });
    await set(link, wish);
    return reply
      .headers({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" })
      .redirect(addressesOf("", link.event, link.personKey).unsubscribe, 303);
  });
  app.post("/wcc/p/:event/:personKey/unsubscribe", hidden, choose);
}

/** Urlencoded or multipart, as RFC 8058 allows; undefined for anything else. */
async function readForm({ body, headers }: FastifyRequest): Promise<FormData | undefined> {
  const type = headers["content-type"];
  if (!Buffer.isBuffer(body) || type === undefined) return undefined;
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    return undefined;
  }
}
