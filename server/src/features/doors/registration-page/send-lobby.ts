import type { FastifyReply } from "fastify";
import { sendPage } from "../../../http/pages/layout.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import type { Words } from "../../webinars/events/words.ts";
import { lobbyPage } from "./lobby-page.ts";
import type { RegistrationPageDeps } from "./open-page.ts";
import type { FormEvent } from "./page-event.ts";

/** @param isKnown whether the browser brings a cookie when it comes again. */
export function sendLobby(
  deps: RegistrationPageDeps,
  reply: FastifyReply,
  shown: FormEvent,
  words: Words,
  isKnown = false,
) {
  const { id, audienceKey } = shown.event;
  const addresses = eventAddresses(shown.event, deps.publicUrl);
  const text = lobbyPage(shown, {
    words,
    now: deps.now(),
    ownAddresses: isKnown
      ? { calendar: `/wcc/lobby/${id}/${audienceKey}/calendar.ics`, signOut: `/wcc/signout/${id}/${audienceKey}` }
      : undefined,
    audienceAddress: addresses.audience,
  });
  const isForeignPicture = shown.settings.banner?.startsWith("https:") ?? false;
  return sendPage(reply, text, { isSecret: true, showsForeignImages: isForeignPicture });
}
