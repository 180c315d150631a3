import { type Html, html } from "../../../http/pages/html.ts";
import { withValues } from "../../../http/pages/said.ts";
import type { Wish } from "../../admission/unsubscriptions/set-subscription.ts";
import { addressesOf } from "../../webinars/event-emails/addresses.ts";
import { linkPage } from "./link-page.ts";
import { maskAddress } from "./mask-address.ts";
import type { OpenedLink } from "./open-link.ts";

/** Lets somebody choose which e-mails they want, and tells what they have chosen. */
export function mailsPage(link: OpenedLink, { ofEvent, ofClient }: { ofEvent: boolean; ofClient: boolean }): string {
  const { words, event, person } = link;
  const { say } = words;
  const organiser = event.clientName;
  return linkPage({
    words,
    event,
    heading: say("links:mails.heading"),
    says: withValues(say.pieces("links:mails.says", { address: maskAddress(person.email) })),
    notice:
      ofEvent || ofClient
        ? withValues(say.pieces(ofClient ? "links:stoppedClient" : "links:stoppedEvent", { organiser }))
        : undefined,
    actions: [
      ofEvent || ofClient
        ? choice(link, "all", html`${say("links:again")}`, "button")
        : choice(link, "none-of-event", html`${say("links:stopEvent")}`, "button"),
      ofClient
        ? undefined
        : choice(link, "none-of-client", withValues(say.pieces("links:stopClient", { organiser })), "button second"),
    ],
  });
}

function choice({ event, personKey }: OpenedLink, wish: Wish, text: Html, look: string): Html {
  const { unsubscribe } = addressesOf("", event, personKey);
  return html`<form method="post" action="${unsubscribe}"><button class="${look}" name="wish" value="${wish}"><span>${text}</span></button></form>\n`;
}
