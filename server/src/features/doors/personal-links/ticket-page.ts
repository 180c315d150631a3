import { html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { qrCode } from "../../../http/pages/qr-code.ts";
import { eventCard } from "./link-page.ts";
import type { OpenedLink } from "./open-link.ts";

/** A code for the entrance, and whose it is. */
export function ticketPage({ words, event, person }: OpenedLink, ticket: string): string {
  const { say } = words;
  const name = [person.firstName, person.lastName].filter(Boolean).join(" ");
  const place = [event.venue, event.address].filter(Boolean).join(", ");
  return page({
    title: `${say("links:ticket.heading")} · ${event.title}`,
    lang: words.locale,
    brand: { name: event.clientName },
    body: html`<div class="stack loose problem">
<header class="stack"><h1>${say("links:ticket.heading")}</h1><p class="lead">${say("links:ticket.says")}</p></header>
<section class="card stack">${qrCode(ticket, say("links:ticket.code"))}<p><strong><bdi>${name}</bdi></strong></p>${place && html`<p dir="auto">${place}</p>`}</section>
${eventCard(event, words)}
</div>`,
  });
}
