import { type Html, html } from "../../../../http/pages/html.ts";
import { page } from "../../../../http/pages/layout.ts";
import type { StaffUser } from "../../../base/staff-sessions/queries.ts";
import { seesEvents } from "../../../base/staff-sessions/read-staff-user.ts";
import { audienceAddresses, signedInAddresses } from "../../../webinars/events/addresses.ts";
import { formatWithZone, localeOf } from "../../../webinars/events/event-language.ts";
import { phaseOf } from "../../../webinars/events/event-phase.ts";
import { phaseBadge } from "../../../webinars/events/phases.ts";
import type { HomeEvent } from "./home-queries.ts";

export interface HomeEvents {
  readonly coming: readonly HomeEvent[];
  readonly recent: readonly HomeEvent[];
}

/** Where staff begin: the events of their client, and what there is to do with each. */
export function staffHomePage(user: StaffUser, { coming, recent }: HomeEvents, now: Date): string {
  const isTheirs = seesEvents(user);
  return page({
    title: "Your events",
    brand: { name: user.clientName },
    isWide: true,
    body: html`<div class="stack loose staff">
<header class="stack tight"><h1>Your events</h1>
<div class="row apart"><p class="quiet">Signed in as ${user.name}</p>
<div class="row"><a href="/webcast/account">Your account</a>
<form method="post" action="/webcast/home/logout"><button class="button second" type="submit">Sign out</button></form></div></div></header>
<section class="stack"><h2>Now and coming</h2>${listEvents(coming, now, isTheirs, "Nothing is planned.")}</section>
<section class="stack"><h2>Recent</h2>${listEvents(recent, now, isTheirs, "Nothing has taken place yet.")}</section>
</div>`,
  });
}

function listEvents(events: readonly HomeEvent[], now: Date, isTheirs: boolean, nothing: string): Html {
  if (events.length === 0) return html`<p class="empty">${nothing}</p>`;
  return html`${events.map((event) => eventCard(event, now, isTheirs))}`;
}

function eventCard(event: HomeEvent, now: Date, isTheirs: boolean): Html {
  const { present, preview, report, door, mailbox } = signedInAddresses(event, "");
  const links = [
    ["Present", present],
    ["Preview", preview],
    ["Report", report],
    ["People at the door", door],
    ["Mailbox", mailbox],
  ] as const;
  const audiencePage = ["Audience page", audienceAddresses(event, "").audience] as const;
  return html`<article class="card stack tight">
<p class="row">${phaseBadge(phaseOf(event, now))}${event.isTest && html`<span class="badge quiet">Test event</span>`}</p>
<h3 lang="${localeOf(event)}" dir="auto">${event.title}</h3>
<p class="quiet"><time datetime="${event.startsAt.toISOString()}">${startOf(event)}</time> · ${event.registrants} registered</p>
<p class="row">${[...(isTheirs ? links : []), audiencePage].map(([text, href]) => html`<a href="${href}" aria-label="${text}: ${event.title}">${text}</a>\n`)}</p>
</article>\n`;
}

function startOf(event: HomeEvent): string {
  const english = { ...event, languageCode: "en", countryCode: null };
  return formatWithZone(event.startsAt, english, { dateStyle: "full", timeStyle: "short" });
}
