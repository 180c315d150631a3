import { type Fields, one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import { readHandedPass } from "../../admission/registration/people/handed-pass.ts";
import { endPass, givePass, readPass } from "../../admission/registration/people/pass-cookie.ts";
import { findInvite } from "../../mail/compose/find-invite.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { isRoomOpen } from "../../webinars/events/event-phase.ts";
import { findPassHolder } from "./find-pass-holder.ts";
import { openPage, type PageVisit, type RegistrationPageDeps } from "./open-page.ts";
import { wordsOf } from "./show-form.ts";
import { showLobby } from "./show-lobby.ts";

/** Where whoever is registered waits, until the room is open; everybody else is led to the form. */
export function lobbyPages(pages: Pages, deps: RegistrationPageDeps): void {
  pages.get("/wcc/lobby/:id/:key", async (visit) => {
    const { request, reply, query } = visit;
    const shown = await openPage(deps, visit, visit.params);
    const addresses = eventAddresses(shown.event, "");
    const handed = readHandedPass(one(query, "seat") ?? "", deps);
    if (handed !== undefined) {
      givePass(reply, deps, shown.event.id, handed);
      return visit.leadTo(addresses.lobby);
    }
    const person = await findPassHolder(deps, shown, request);
    if (person && isRoomOpen(shown.event, deps.now())) return visit.leadTo(withLanguage(addresses.console, query));
    if (person) return showLobby(deps, visit, shown, wordsOf(visit, shown, query, person.languageCode), person.id);
    if (readPass(request, deps.sealer, shown.event.id) !== undefined) endPass(reply, deps, shown.event.id);
    return visit.leadTo(addresses.audience);
  });

  pages.get("/wcc/lobby/:id/:key/calendar.ics", (visit) => sendInvite(deps, visit));
}

function withLanguage(address: string, query: Fields): string {
  const lang = one(query, "lang");
  return lang === undefined ? address : `${address}?lang=${encodeURIComponent(lang)}`;
}

async function sendInvite(deps: RegistrationPageDeps, visit: PageVisit) {
  const shown = await openPage(deps, visit, visit.params);
  const registrantId = (await findPassHolder(deps, shown, visit.request))?.id;
  const { audience } = eventAddresses(shown.event, deps.publicUrl);
  if (registrantId === undefined) return visit.leadTo(audience);
  const { clientId, id: eventId } = shown.event;
  const help = `${deps.publicUrl}/wcc/help/${eventId}`;
  // The browser has only told an address: what cancels and unsubscribes stays in the mails.
  const addresses = { audience, help, join: audience, calendar: audience, cancel: help, unsubscribe: help };
  const sender = { mailFrom: deps.mailFrom, now: deps.now() };
  const invite = await findInvite(deps.db, { clientId, eventId, registrantId }, sender, () => addresses);
  return visit.reply
    .type("text/calendar; charset=utf-8; method=PUBLISH")
    .header("Content-Disposition", `attachment; filename="event-${eventId}.ics"`)
    .send(invite);
}
