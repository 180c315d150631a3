import { lobbyWithPass } from "../../admission/registration/people/handed-pass.ts";
import { givePass } from "../../admission/registration/people/pass-cookie.ts";
import { findRegistrant } from "../../admission/registration/people/person-queries.ts";
import type { RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { getPlaceInQueue } from "../personal-links/queries.ts";
import { embeddedDonePage } from "./embed-page.ts";
import type { RegistrationPageDeps } from "./open-page.ts";
import { isCookieUnwanted, type Taken } from "./send-form.ts";
import { showLobby } from "./show-lobby.ts";
import { waitingPage } from "./waiting-page.ts";

export interface Known {
  readonly id: number;
  readonly status: RegistrantStatus;
  readonly isBlocked: boolean;
}

/** Leads whoever is in to the lobby, and tells everybody else what they wait for. */
export async function welcome(deps: RegistrationPageDeps, taken: Taken, person: Known) {
  const { place, visit, shown, words } = taken;
  const { event } = shown;
  if (person.status !== "active" || person.isBlocked) return showWaiting(deps, taken, person);
  const { lobby } = eventAddresses(event, "");
  if (place === "embed") {
    const handed = isCookieUnwanted(visit.form) ? undefined : lobbyWithPass(lobby, deps, person.id);
    return visit.show(embeddedDonePage(shown, { words, now: deps.now(), lobby: handed }));
  }
  if (isCookieUnwanted(visit.form)) return showLobby(deps, visit, shown, words);
  givePass(visit.reply, deps, event.id, person.id);
  return visit.leadTo(`${lobby}?lang=${words.languageCode}`);
}

async function showWaiting(deps: RegistrationPageDeps, taken: Taken, { id, status, isBlocked }: Known) {
  const { place, visit, shown, words } = taken;
  const { clientId, id: eventId } = shown.event;
  const waiting =
    status === "waitlisted" ? await findRegistrant(deps.db, { clientId, eventId, registrantId: id }) : undefined;
  const position = waiting && (await getPlaceInQueue(deps.db, clientId, eventId, waiting));
  const isRefused = isBlocked || status === "denied";
  const text = waitingPage(shown, words, isBlocked ? "blocked" : status, place === "embed", position);
  return visit.show(text, { status: isRefused ? 403 : 200 });
}
