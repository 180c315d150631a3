import { type Html, html } from "../../../../http/pages/html.ts";
import { page } from "../../../../http/pages/layout.ts";
import type { StaffUser } from "../../../base/staff-sessions/queries.ts";
import { audienceAddresses, signedInAddresses } from "../../../webinars/events/addresses.ts";
import { formatWithZone, localeOf } from "../../../webinars/events/event-language.ts";
import { phaseOf } from "../../../webinars/events/event-phase.ts";
import { phaseBadge } from "../../../webinars/events/phases.ts";
import type { StaffPlace } from "../../../webinars/events/staff-places.ts";
import type { HomeEvent } from "./home-queries.ts";

export interface StaffHome {
  readonly user: StaffUser;
  /** The user's client and those below it. */
  readonly clients: readonly { readonly id: number; readonly name: string }[];
  /** The one whose events are shown. */
  readonly client: { readonly id: number; readonly name: string };
  /** Pages of these events that are open to the user. */
  readonly places: readonly StaffPlace[];
  readonly coming: readonly HomeEvent[];
  readonly recent: readonly HomeEvent[];
  readonly now: Date;
}

/** Where staff begin: the events of their client or of one below it, and what there is to do with each. */
export function staffHomePage({ user, clients, client, places, coming, recent, now }: StaffHome): string {
  return page({
    title: "Your events",
    brand: { name: client.name },
    isWide: true,
    body: html`<div class="stack loose staff">
<header class="stack tight"><h1>Your events</h1>
<div class="row apart"><p class="quiet">Signed in as ${user.name}</p>
<div class="row"><a href="/webcast/account">Your account</a>
<form method="post" action="/webcast/home/logout"><button class="button second" type="submit">Sign out</button></form></div></div></header>
${clients.length > 1 && clientSwitcher(clients, client.id)}
<section class="stack"><h2>Now and coming</h2>${listEvents(coming, { now, places }, "Nothing is planned.")}</section>
<section class="stack"><h2>Recent</h2>${listEvents(recent, { now, places }, "Nothing has taken place yet.")}</section>
</div>`,
  });
}

function clientSwitcher(clients: StaffHome["clients"], current: number): Html {
  const options = clients.map(
    ({ id, name }) => html`<option value="${id}"${id === current && html` selected`}>${name}</option>`,
  );
  return html`<form class="row" method="get" action="/webcast/home"><label for="client">Account</label>
<select id="client" name="client">${options}</select> <button class="button second" type="submit">Show</button></form>`;
}

type Shown = Pick<StaffHome, "now" | "places">;

function listEvents(events: readonly HomeEvent[], shown: Shown, nothing: string): Html {
  if (events.length === 0) return html`<p class="empty">${nothing}</p>`;
  return html`${events.map((event) => eventCard(event, shown))}`;
}

const placeNames: readonly (readonly [StaffPlace, string])[] = [
  ["present", "Present"],
  ["preview", "Preview"],
  ["report", "Report"],
  ["door", "People at the door"],
  ["mailbox", "Mailbox"],
];

function eventCard(event: HomeEvent, { now, places }: Shown): Html {
  const addresses = signedInAddresses(event, "");
  const open = placeNames.filter(([place]) => places.includes(place));
  const links = open.map(([place, name]) => [name, addresses[place]] as const);
  const audiencePage = ["Audience page", audienceAddresses(event, "").audience] as const;
  return html`<article class="card stack tight">
<p class="row">${phaseBadge(phaseOf(event, now))}${event.isTest && html`<span class="badge quiet">Test event</span>`}</p>
<h3 lang="${localeOf(event)}" dir="auto">${event.title}</h3>
<p class="quiet"><time datetime="${event.startsAt.toISOString()}">${startOf(event)}</time> · ${event.registrants} registered</p>
<p class="row">${[...links, audiencePage].map(([text, href]) => html`<a href="${href}" aria-label="${text}: ${event.title}">${text}</a>\n`)}</p>
</article>\n`;
}

function startOf(event: HomeEvent): string {
  const english = { ...event, languageCode: "en", countryCode: null };
  return formatWithZone(event.startsAt, english, { dateStyle: "full", timeStyle: "short" });
}
