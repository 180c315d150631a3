import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import { addressHash } from "../../admission/unsubscriptions/address-hash.ts";
import { findUnsubscriptions } from "../../admission/unsubscriptions/queries.ts";
import { setSubscription, type Wish, wishes } from "../../admission/unsubscriptions/set-subscription.ts";
import { addressesOf } from "../../webinars/event-emails/addresses.ts";
import { mailsPage } from "./mails-page.ts";
import { forPerson, type LinkDeps, type OpenedLink } from "./open-link.ts";

/** Which e-mails somebody wants. This works as long as mails may come: also when cancelled, blocked or the event is gone. */
export function mailsPages(pages: Pages, deps: LinkDeps): void {
  const { db, sealer } = deps;
  const set = (link: OpenedLink, wish: Wish) =>
    setSubscription(deps, { ...link.key, id: link.person.id, email: link.person.email }, wish, {
      actor: "page:unsubscribe",
    });

  const show = forPerson(deps, async (link, visit) => {
    const { event, person } = link;
    const chosen = await findUnsubscriptions(db, event.clientId, event.id, addressHash(sealer, person.email));
    return visit.show(mailsPage(link, chosen));
  });
  pages.get("/wcc/p/:event/:personKey/unsubscribe", show);

  const choose = forPerson(deps, async (link, visit) => {
    const { form } = visit;
    // RFC 8058: a mail program's own button. It wants a plain yes, and follows nothing.
    if (one(form, "listunsubscribe") === "One-Click") {
      await set(link, "none-of-event");
      return visit.reply.type("text/plain; charset=utf-8").send("Unsubscribed.\n");
    }
    const wish = wishes.find((wish) => wish === one(form, "wish")) ?? fail("parameter.invalid", { name: "wish" });
    await set(link, wish);
    return visit.leadTo(addressesOf("", link.event, link.personKey).unsubscribe);
  });
  // A webmail's button may be a form on the webmail's own site.
  const buttons = pages.with({ formsFrom: "anybody", formBytes: 16 * 1024, limit: "links" });
  buttons.post("/wcc/p/:event/:personKey/unsubscribe", choose);
}
