import { sendPage } from "../../../http/pages/layout.ts";
import { lobbyWithSeat } from "../../admission/registration/people/handed-seat.ts";
import { findRegistrant } from "../../admission/registration/people/person-queries.ts";
import type { RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";
import { giveSeat } from "../../admission/registration/people/seat-cookie.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { getPlaceInQueue } from "../personal-links/queries.ts";
import { embeddedDonePage } from "./embed-page.ts";
import type { RegistrationPageDeps } from "./open-page.ts";
import { isCookieUnwanted, type Taken } from "./send-form.ts";
import { sendLobby } from "./send-lobby.ts";
import { waitingPage } from "./waiting-page.ts";

export interface Known {
  readonly id: number;
  readonly status: RegistrantStatus;
  readonly isBlocked: boolean;
}

/** Leads whoever is in to the lobby, and tells everybody else what they wait for. */
export async function welcome(deps: RegistrationPageDeps, taken: Taken, person: Known) {
  const { place, shown, words, form, reply } = taken;
  const { event } = shown;
  if (person.status !== "active" || person.isBlocked) return sendWaiting(deps, taken, person);
  const { lobby } = eventAddresses(event, "");
  if (place === "embed") {
    const handed = isCookieUnwanted(form) ? undefined : lobbyWithSeat(lobby, deps, person.id);
    const text = embeddedDonePage(shown, { words, now: deps.now(), lobby: handed });
    return sendPage(reply, text, { isSecret: true, framedBy: event.embedOrigins });
  }
  if (isCookieUnwanted(form)) return sendLobby(deps, reply, shown, words);
  giveSeat(reply, deps, event.id, person.id);
  return reply.header("Cache-Control", "no-store").redirect(`${lobby}?lang=${words.languageCode}`, 303);
}

async function sendWaiting(deps: RegistrationPageDeps, taken: Taken, { id, status, isBlocked }: Known) {
  const { place, shown, words, reply } = taken;
  const { clientId, id: eventId, embedOrigins } = shown.event;
  const waiting =
    status === "waitlisted" ? await findRegistrant(deps.db, { clientId, eventId, registrantId: id }) : undefined;
  const position = waiting && (await getPlaceInQueue(deps.db, clientId, eventId, waiting));
  const isRefused = isBlocked || status === "denied";
  const text = waitingPage(shown, words, isBlocked ? "blocked" : status, place === "embed", position);
  return sendPage(reply, text, {
    isSecret: true,
    status: isRefused ? 403 : 200,
    ...(place === "embed" && { framedBy: embedOrigins }),
  });
}
