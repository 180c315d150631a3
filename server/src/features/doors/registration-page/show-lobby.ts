import type { Visit } from "../../../http/pages/visit.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import type { Words } from "../../webinars/events/words.ts";
import { lobbyPage } from "./lobby-page.ts";
import type { RegistrationPageDeps } from "./open-page.ts";
import type { FormEvent } from "./page-event.ts";

/** @param isKnown whether the browser brings a cookie when it comes again. */
export function showLobby(deps: RegistrationPageDeps, visit: Visit, shown: FormEvent, words: Words, isKnown = false) {
  const { id, audienceKey } = shown.event;
  const text = lobbyPage(shown, {
    words,
    now: deps.now(),
    ownAddresses: isKnown
      ? { calendar: `/wcc/lobby/${id}/${audienceKey}/calendar.ics`, signOut: `/wcc/signout/${id}/${audienceKey}` }
      : undefined,
    audienceAddress: eventAddresses(shown.event, deps.publicUrl).audience,
  });
  return visit.show(text, { showsForeignImages: shown.settings.banner?.startsWith("https:") ?? false });
}
