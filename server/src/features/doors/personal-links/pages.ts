import { fail } from "../../../errors.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import { cancelRegistration } from "../../admission/registration/cancel-registration.ts";
import { endPass, givePass, readPass } from "../../admission/registration/people/pass-cookie.ts";
import { ticketOf } from "../../admission/registration/people/ticket.ts";
import { confirmAddress } from "../../admission/registration/waiting/confirm-address.ts";
import { findInvite } from "../../mail/compose/find-invite.ts";
import { addressesOf } from "../../webinars/event-emails/addresses.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { findPageEvent } from "../../webinars/events/page-queries.ts";
import { wordsAskedFor, wordsFor } from "../../webinars/events/words.ts";
import { cancelPage, tooLatePage } from "./cancel-page.ts";
import { checkBrowser } from "./check-browser.ts";
import { helpPage } from "./help-page.ts";
import { forPerson, getLink, type LinkDeps, type OpenedLink } from "./open-link.ts";
import { getPlaceInQueue } from "./queries.ts";
import { type Standing, standingCode, standingOf, standingPage } from "./standing-page.ts";
import { ticketPage } from "./ticket-page.ts";

/** Lets somebody in, and gives the event for the calendar. */
export function joinPages(pages: Pages, deps: LinkDeps): void {
  const { db, sealer, publicUrl, mailFrom, now } = deps;

  const join = forPerson(deps, async (link, visit) => {
    const standing = standingOf(link);
    if (standing !== "active") return showStanding(visit, deps, link, standing);
    givePass(visit.reply, { sealer, publicUrl }, link.event.id, link.person.id);
    return visit.leadTo(eventAddresses(link.event, "").lobby);
  });
  pages.get("/wcc/p/:event/:personKey/join", join);

  const calendar = forPerson(deps, async (link, visit) => {
    const standing = standingOf(link);
    if (standing !== "active") return showStanding(visit, deps, link, standing);
    const invite = await findInvite(db, link.key, { mailFrom, now: now() }, (event) =>
      addressesOf(publicUrl, event, link.personKey),
    );
    return visit.reply
      .type("text/calendar; charset=utf-8; method=PUBLISH")
      .header("Content-Disposition", `attachment; filename="event-${link.event.id}.ics"`)
      .send(invite);
  });
  pages.get("/wcc/p/:event/:personKey/calendar", calendar);
}

/** What somebody shows at the entrance of a hybrid event. */
export function ticketPages(pages: Pages, deps: LinkDeps): void {
  const ticket = forPerson(deps, async (link, visit) => {
    const standing = standingOf(link);
    if (standing !== "active") return showStanding(visit, deps, link, standing);
    if (!link.event.isHybrid) return visit.leadTo(eventAddresses(link.event, "").lobby);
    return visit.show(ticketPage(link, ticketOf(deps.sealer, deps.publicUrl, link.key)));
  });
  pages.get("/wcc/p/:event/:personKey/ticket", ticket);
}

/** Double opt-in: only the button confirms. */
export function confirmPages(pages: Pages, deps: LinkDeps): void {
  const { db, now } = deps;

  const ask = forPerson(deps, async (link, visit) => showStanding(visit, deps, link, standingOf(link)));
  pages.get("/wcc/p/:event/:personKey/confirm", ask);

  const confirm = forPerson(deps, async (link, visit) => {
    const before = standingOf(link);
    if (before !== "unconfirmed") return showStanding(visit, deps, link, before);
    await confirmAddress(db, link.key, { actor: "page:confirm", now: now() });
    const after = await getLink(deps, visit.params);
    const standing = standingOf(after);
    if (standing === "active") givePass(visit.reply, deps, link.event.id, link.person.id);
    // Confirmed and still not on: there is neither seat nor waiting list.
    return showStanding(visit, deps, after, standing === "unconfirmed" ? "full" : standing);
  });
  pages.with({ limit: "links" }).post("/wcc/p/:event/:personKey/confirm", confirm);
}

export function cancelPages(pages: Pages, deps: LinkDeps): void {
  const { db, sealer, now } = deps;
  const isTooLate = ({ event, person }: OpenedLink) => person.status === "active" && event.liveStartsAt <= now();

  /** Why there is nothing to cancel. */
  const findEnd = ({ event, person }: OpenedLink): Standing | undefined => {
    if (event.deletedAt) return "deleted-event";
    if (person.status === "deleted") return "cancelled";
    return person.status === "denied" ? "denied" : undefined;
  };

  const ask = forPerson(deps, async (link, visit) => {
    const end = findEnd(link);
    if (end) return showStanding(visit, deps, link, end);
    return visit.show(isTooLate(link) ? tooLatePage(link) : cancelPage(link));
  });
  pages.get("/wcc/p/:event/:personKey/cancel", ask);

  const cancel = forPerson(deps, async (link, visit) => {
    const end = findEnd(link);
    if (end && end !== "cancelled") return showStanding(visit, deps, link, end);
    if (isTooLate(link)) return visit.show(tooLatePage(link), { status: 409 });
    await cancelRegistration(db, link.key, { actor: "page:cancel", now: now() });
    // The pass in this browser may be somebody else's.
    if (readPass(visit.request, sealer, link.event.id) === link.person.id) endPass(visit.reply, deps, link.event.id);
    return showStanding(visit, deps, link, "cancelled");
  });
  pages.with({ limit: "links" }).post("/wcc/p/:event/:personKey/cancel", cancel);
}

/** The help that everybody may read, and what is left of broken addresses. */
export function helpPages(pages: Pages, { db }: LinkDeps): void {
  // Half an address, as mail programs break them.
  for (const path of ["/wcc/p", "/wcc/p/*"]) pages.get(path, () => fail("visit.unknown"));

  pages.get("/wcc/help/:event", async (visit) => {
    const eventId = readId(visit.params.event);
    const found = eventId === undefined ? undefined : await findPageEvent(db, eventId);
    const event = found?.isActive && found.isClientActive && !found.deletedAt ? found : undefined;
    const { headers } = visit.request;
    const words = event ? wordsFor({}, event) : wordsAskedFor(headers["accept-language"]);
    return visit.show(helpPage(words, event, checkBrowser(headers["user-agent"])));
  });
}

async function showStanding(visit: Visit, { db }: LinkDeps, link: OpenedLink, standing: Standing) {
  const { clientId, eventId } = link.key;
  const place = standing === "waitlisted" ? await getPlaceInQueue(db, clientId, eventId, link.person) : undefined;
  return visit.show(standingPage(link, standing, place), { status: standingCode(standing) });
}
