import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { formatWithZone, localeOf } from "../../webinars/events/event-language.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import { phaseBadge } from "../../webinars/events/phases.ts";
import type { StaffPlace } from "../../webinars/events/staff-places.ts";
import type { OpenedEvent } from "./for-staff.ts";

export interface StaffPage {
  readonly opened: OpenedEvent;
  readonly now: Date;
  readonly place: StaffPlace;
  readonly body: Html;
  readonly scripts?: readonly string[];
}

/** What each page is, in a word; it leads the tab's title. */
const names: Readonly<Record<StaffPlace, string>> = {
  preview: "Preview",
  present: "Present",
  door: "Door",
  "check-in": "Check-in",
  mailbox: "Mailbox",
  report: "Report",
};

/** A page of the event's own staff: what it is about on top, the others that are open to them within reach. */
export function staffPage({ opened, now, place, body, scripts = [] }: StaffPage): string {
  const { event, places } = opened;
  const addresses = eventAddresses(event, "");
  const shown = places.filter((one) => one !== "check-in" || event.isHybrid);
  const links = shown.map((one) => ({ text: names[one], href: addresses[one], isCurrent: one === place }));
  return page({
    title: `${names[place]}: ${event.title}`,
    brand: { name: event.clientName },
    links: [...links, { text: "Audience page", href: addresses.audience }],
    isWide: true,
    scripts,
    body: html`<div class="stack loose staff">
<header class="stack tight">
<p class="row">${phaseBadge(phaseOf(event, now))}${event.isTest && html`<span class="badge quiet">Test event</span>`}</p>
<h1 ${languageOf(event)}>${event.title}</h1>
<p class="quiet"><time datetime="${event.startsAt.toISOString()}">${startOf(event)}</time> · ${event.durationMinutes} minutes</p>
</header>
${!event.isActive && html`<p class="notice warn">This event is inactive: its audience page says that it is not open.</p>`}
${body}
</div>`,
  });
}

/** Attributes of what the producer wrote in the event's language, on a page in English. */
function languageOf(event: PageEvent): Html {
  return html`lang="${localeOf(event)}" dir="auto"`;
}

function startOf(event: PageEvent): string {
  const english = { ...event, languageCode: "en", countryCode: null };
  return formatWithZone(event.startsAt, english, { dateStyle: "full", timeStyle: "short" });
}
