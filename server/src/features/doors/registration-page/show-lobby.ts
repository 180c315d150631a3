import type { Visit } from "../../../http/pages/visit.ts";
import { ticketOf } from "../../admission/registration/people/ticket.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import type { Words } from "../../webinars/events/words.ts";
import { lobbyPage } from "./lobby-page.ts";
import type { RegistrationPageDeps } from "./open-page.ts";
import type { FormEvent } from "./page-event.ts";

/** @param registrantId of whom the browser brings the cookie. */
export function showLobby(
  deps: RegistrationPageDeps,
  visit: Visit,
  shown: FormEvent,
  words: Words,
  registrantId?: number,
) {
  const { id, audienceKey } = shown.event;
  const text = lobbyPage(shown, {
    words,
    now: deps.now(),
    own:
      registrantId === undefined
        ? undefined
        : {
            calendar: `/wcc/lobby/${id}/${audienceKey}/calendar.ics`,
            signOut: `/wcc/signout/${id}/${audienceKey}`,
            ticket: ticketOf(deps.sealer, deps.publicUrl, { eventId: id, registrantId }),
          },
    audienceAddress: eventAddresses(shown.event, deps.publicUrl).audience,
  });
  return visit.show(text, { showsForeignImages: shown.settings.banner?.startsWith("https:") ?? false });
}
