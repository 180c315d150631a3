import { addressesOf } from "../../webinars/event-emails/addresses.ts";
import { buttonForm, buttonLink, linkPage } from "./link-page.ts";
import type { OpenedLink } from "./open-link.ts";

/** Asks once more: only the button cancels. */
export function cancelPage({ words, event, personKey }: OpenedLink): string {
  const { texts } = words;
  const { cancel, join } = addressesOf("", event, personKey);
  const [heading, says] = texts.cancel;
  return linkPage({
    words,
    event,
    heading,
    says,
    actions: [buttonForm(cancel, texts.cancelButton, "button danger"), buttonLink(join, texts.keep, "button second")],
  });
}

/** Whoever is in when the event begins stays in its lists, as in the compatible API. */
export function tooLatePage({ words, event, personKey }: OpenedLink): string {
  const { texts } = words;
  const { join, unsubscribe } = addressesOf("", event, personKey);
  const [heading, says] = texts.begun;
  const actions = [buttonLink(join, texts.enter), buttonLink(unsubscribe, texts.stopEvent, "button second")];
  return linkPage({ words, event, heading, says, actions });
}
