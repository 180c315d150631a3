import { addressesOf } from "../../webinars/event-emails/addresses.ts";
import { buttonForm, buttonLink, linkPage } from "./link-page.ts";
import type { OpenedLink } from "./open-link.ts";

/** Asks once more: only the button cancels. */
export function cancelPage({ words, event, personKey }: OpenedLink): string {
  const { say } = words;
  const { cancel, join } = addressesOf("", event, personKey);
  return linkPage({
    words,
    event,
    heading: say("links:cancel.heading"),
    says: say("links:cancel.says"),
    actions: [
      buttonForm(cancel, say("links:cancelButton"), "button danger"),
      buttonLink(join, say("links:keep"), "button second"),
    ],
  });
}

/** Whoever is in when the event begins stays in its lists, as in the compatible API. */
export function tooLatePage({ words, event, personKey }: OpenedLink): string {
  const { say } = words;
  const { join, unsubscribe } = addressesOf("", event, personKey);
  return linkPage({
    words,
    event,
    heading: say("links:begun.heading"),
    says: say("links:begun.says"),
    actions: [buttonLink(join, say("links:enter")), buttonLink(unsubscribe, say("links:stopEvent"), "button second")],
  });
}
