import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Refusal } from "../../../errors.ts";
import { sendPage } from "../../../http/pages/layout.ts";
import { problemPage } from "../../../http/pages/problem-page.ts";
import { refusalOf } from "../../../http/refusal-of.ts";
import { cancelRegistration } from "../../admission/registration/cancel-registration.ts";
import { giveSeat, readSeat, takeSeat } from "../../admission/registration/people/seat-cookie.ts";
import { confirmAddress } from "../../admission/registration/waiting/confirm-address.ts";
import { findInvite } from "../../mail/compose/find-invite.ts";
import { addressesOf } from "../../webinars/event-emails/addresses.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { findPageEvent } from "../../webinars/events/page-queries.ts";
import { wordsAskedFor, wordsFor } from "../../webinars/events/words.ts";
import { cancelPage, tooLatePage } from "./cancel-page.ts";
import { checkBrowser } from "./check-browser.ts";
import { helpPage } from "./help-page.ts";
import { linkPage } from "./link-page.ts";
import { subscriptionRoutes } from "./mails-routes.ts";
import { type ForPerson, type LinkDeps, type LinkParams, type OpenedLink, openLink } from "./open-link.ts";
import { getPlaceInQueue } from "./queries.ts";
import { type Standing, standingCode, standingOf, standingPage } from "./standing-page.ts";

const hidden = { schema: { hide: true } };
const secret = { isSecret: true };
/** Buttons send next to nothing. */
const FORM_BYTES = 16 * 1024;

/** The pages behind a person's own links, and the help that everybody may read. */
export async function personalLinks(app: FastifyInstance, deps: LinkDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => sendRefusal(reply, refusalOf(error, request)));
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: FORM_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    const forPerson: ForPerson = (show) => async (request, reply) => {
      const link = await openLink(deps, request.params as LinkParams);
      return link ? show(link, request, reply) : sendUnknown(request, reply);
    };
    joinRoutes(scope, deps, forPerson);
    confirmRoutes(scope, deps, forPerson);
    cancelRoutes(scope, deps, forPerson);
    subscriptionRoutes(scope, deps, forPerson);
    helpRoutes(scope, deps);
    // Half an address, as mail programs break them.
    for (const path of ["/wcc/p", "/wcc/p/*"]) scope.get(path, hidden, sendUnknown);
  });
}

function joinRoutes(app: FastifyInstance, deps: LinkDeps, forPerson: ForPerson): void {
  const { db, sealer, publicUrl, mailFrom, now } = deps;

  const join = forPerson(async (link, _request, reply) => {
    const standing = standingOf(link);
    if (standing !== "active") return sendStanding(reply, deps, link, standing);
    giveSeat(reply, { sealer, publicUrl }, link.event.id, link.person.id);
    return closeOff(reply).redirect(eventAddresses(link.event, "").lobby, 303);
  });
  app.get("/wcc/p/:event/:personKey/join", hidden, join);

  const calendar = forPerson(async (link, _request, reply) => {
    const standing = standingOf(link);
    if (standing !== "active") return sendStanding(reply, deps, link, standing);
    const invite = await findInvite(db, link.key, { mailFrom, now: now() }, (event) =>
      addressesOf(publicUrl, event, link.personKey),
    );
    return closeOff(reply)
      .type("text/calendar; charset=utf-8; method=PUBLISH")
      .header("Content-Disposition", `attachment; filename="event-${link.event.id}.ics"`)
      .send(invite);
  });
  app.get("/wcc/p/:event/:personKey/calendar", hidden, calendar);
}

function confirmRoutes(app: FastifyInstance, deps: LinkDeps, forPerson: ForPerson): void {
  const { db, now } = deps;

  const ask = forPerson(async (link, _request, reply) => sendStanding(reply, deps, link, standingOf(link)));
  app.get("/wcc/p/:event/:personKey/confirm", hidden, ask);

  const confirm = forPerson(async (link, _request, reply) => {
    const before = standingOf(link);
    if (before !== "unconfirmed") return sendStanding(reply, deps, link, before);
    await confirmAddress(db, link.key, { actor: "page:confirm", now: now() });
    const after = (await openLink(deps, { event: String(link.event.id), personKey: link.personKey })) ?? link;
    const standing = standingOf(after);
    if (standing === "active") giveSeat(reply, deps, link.event.id, link.person.id);
    // Confirmed and still not on: there is neither seat nor waiting list.
    return sendStanding(reply, deps, after, standing === "unconfirmed" ? "full" : standing);
  });
  app.post("/wcc/p/:event/:personKey/confirm", hidden, confirm);
}

function cancelRoutes(app: FastifyInstance, deps: LinkDeps, forPerson: ForPerson): void {
  const { db, sealer, now } = deps;
  const isTooLate = ({ event, person }: OpenedLink) => person.status === "active" && event.liveStartsAt <= now();

  /** Why there is nothing to cancel. */
  const findEnd = ({ event, person }: OpenedLink): Standing | undefined => {
    if (event.deletedAt) return "deleted-event";
    if (person.status === "deleted") return "cancelled";
    return person.status === "denied" ? "denied" : undefined;
  };

  const ask = forPerson(async (link, _request, reply) => {
    const end = findEnd(link);
    if (end) return sendStanding(reply, deps, link, end);
    return sendPage(reply, isTooLate(link) ? tooLatePage(link) : cancelPage(link), secret);
  });
  app.get("/wcc/p/:event/:personKey/cancel", hidden, ask);

  const cancel = forPerson(async (link, request, reply) => {
    const end = findEnd(link);
    if (end && end !== "cancelled") return sendStanding(reply, deps, link, end);
    if (isTooLate(link)) return sendPage(reply, tooLatePage(link), { ...secret, status: 409 });
    await cancelRegistration(db, link.key, { actor: "page:cancel", now: now() });
    // The seat in this browser may be somebody else's.
    if (readSeat(request, sealer, link.event.id) === link.person.id) takeSeat(reply, deps, link.event.id);
    return sendStanding(reply, deps, link, "cancelled");
  });
  app.post("/wcc/p/:event/:personKey/cancel", hidden, cancel);
}

function helpRoutes(app: FastifyInstance, { db }: LinkDeps): void {
  app.get<{ Params: { event: string } }>("/wcc/help/:event", hidden, async ({ params, headers }, reply) => {
    const found = /^\d{1,15}$/.test(params.event) ? await findPageEvent(db, Number(params.event)) : undefined;
    const event = found?.isActive && found.isClientActive && !found.deletedAt ? found : undefined;
    const words = event ? wordsFor({}, event) : wordsAskedFor(headers["accept-language"]);
    return sendPage(reply, helpPage(words, event, checkBrowser(headers["user-agent"])), secret);
  });
}

async function sendStanding(reply: FastifyReply, { db }: LinkDeps, link: OpenedLink, standing: Standing) {
  const { clientId, eventId } = link.key;
  const place = standing === "waitlisted" ? await getPlaceInQueue(db, clientId, eventId, link.person) : undefined;
  return sendPage(reply, standingPage(link, standing, place), { ...secret, status: standingCode(standing) });
}

async function sendUnknown(request: FastifyRequest, reply: FastifyReply) {
  const words = wordsAskedFor(request.headers["accept-language"]);
  const page = linkPage({ words, heading: words.say("links:unknown.heading"), says: words.say("links:unknown.says") });
  return sendPage(reply, page, { ...secret, status: 404 });
}

function sendRefusal(reply: FastifyReply, { status, message }: Refusal) {
  const heading = status >= 500 ? "That did not work" : "This request could not be understood";
  return sendPage(reply, problemPage({ status, heading, text: message }), { ...secret, status });
}

/** An answer that is no page is just as secret. */
function closeOff(reply: FastifyReply): FastifyReply {
  return reply.headers({
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
  });
}
