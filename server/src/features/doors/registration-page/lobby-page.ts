import { assetAddress } from "../../../http/pages/assets.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { qrCode } from "../../../http/pages/qr-code.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { isLive } from "../../base/lookups/event-types.ts";
import { opensAt, type Phase, phaseOf } from "../../webinars/events/event-phase.ts";
import { phaseBadge } from "../../webinars/events/phases.ts";
import type { Words } from "../../webinars/events/words.ts";
import { about } from "./about.ts";
import type { FormEvent } from "./page-event.ts";
import { when } from "./when.ts";

export interface LobbyView {
  readonly words: Words;
  readonly now: Date;
  /** For a browser that is known here: the entry for the calendar, being a stranger again, and what its ticket says. */
  readonly own?: { readonly calendar: string; readonly signOut: string; readonly ticket: string } | undefined;
  /** For the calendars of other sites. */
  readonly audienceAddress: string;
}

/** Where whoever is registered waits for the event, and is told what comes next. */
export function lobbyPage(shown: FormEvent, view: LobbyView): string {
  const { event, client, settings } = shown;
  const { words, now } = view;
  const phase = phaseOf(event, now);
  return page({
    title: `${event.title} · ${words.say("form:lobby.registered")}`,
    lang: words.locale,
    isWide: true,
    brand: { name: client.name },
    scripts: [assetAddress("visitor-time.js"), assetAddress("countdown.js")],
    body: html`<article class="event lobby">
<header class="hero stack">
${settings.banner && html`<img class="banner" src="${settings.banner}" alt="${settings.bannerText ?? ""}">`}
<p>${phaseBadge(phase, words.say(`pages:phases.${phase}`))}</p>
<h1 dir="auto" lang="${words.eventLocale}">${event.title}</h1>
<p class="notice good" role="status"><strong>${words.say("form:lobby.registered")}</strong><br>${toldInLobby(event, words, now)}</p>
${phase === "scheduled" || phase === "lobby" ? countdown(event, words) : ""}
</header>
<aside class="stack">${isLive(event.type) && html`<div class="card stack">${when(event, words)}${phase === "scheduled" && calendarLinks(event, view)}</div>`}
${view.own && isAwaited(event, phase) && ticketCard(view.own.ticket, words)}
${view.own && html`<form method="post" action="${view.own.signOut}"><button class="button second">${words.say("form:lobby.signOut")}</button></form>`}
</aside>
${about(shown, words)}
</article>`,
  });
}

/** Whether people may still come to its venue. */
function isAwaited({ isHybrid }: AdmissionEvent, phase: Phase): boolean {
  return isHybrid && ["scheduled", "lobby", "live"].includes(phase);
}

function ticketCard(ticket: string, { say }: Words): Html {
  return html`<div class="card stack tight"><h2 class="overline">${say("links:ticket.heading")}</h2>${qrCode(ticket, say("links:ticket.code"))}<p class="quiet">${say("links:ticket.says")}</p></div>`;
}

/** What comes next for whoever is registered. */
export function toldInLobby(event: AdmissionEvent, { say }: Words, now: Date): string {
  return say(`form:lobby.${phaseOf(event, now)}`);
}

/** Empty without script: the start is told beside it anyway. */
function countdown(event: AdmissionEvent, words: Words): Html {
  return html`<p class="countdown" data-countdown="${event.startsAt.toISOString()}" data-opens="${opensAt(event).toISOString()}" role="timer" hidden><span class="quiet">${words.say("form:lobby.untilStart")}</span> <strong></strong></p>`;
}

function calendarLinks(event: AdmissionEvent, { words, own, audienceAddress }: LobbyView): Html {
  const end = new Date(event.startsAt.getTime() + event.durationMinutes * 60_000);
  const compact = (date: Date) => date.toISOString().replace(/[-:]|\.\d+/g, "");
  const google = new URLSearchParams({
    action: "TEMPLATE",
    text: event.title,
    dates: `${compact(event.startsAt)}/${compact(end)}`,
    details: audienceAddress,
  });
  const outlook = new URLSearchParams({
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: event.title,
    startdt: event.startsAt.toISOString(),
    enddt: end.toISOString(),
    body: audienceAddress,
  });
  const links = [
    ...(own ? [[own.calendar, words.say("form:lobby.calendarFile")]] : []),
    [`https://calendar.google.com/calendar/render?${google}`, "Google Calendar"],
    [`https://outlook.live.com/calendar/0/action/compose?${outlook}`, "Outlook.com"],
  ];
  return html`<div class="stack tight"><h2 class="overline">${words.say("form:lobby.calendar")}</h2><ul class="plain calendars">${links.map(
    ([href = "", name]) => html`<li><a href="${href}" rel="noreferrer">${name}</a></li>`,
  )}</ul></div>`;
}
