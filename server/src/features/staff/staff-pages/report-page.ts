import { type Html, html } from "../../../http/pages/html.ts";
import { engagementScoreOf } from "../../insight/analytics/event-score.ts";
import type { EventWithScore } from "../../insight/analytics/queries.ts";
import type { DayCount } from "../../webinars/events/page-queries.ts";
import { dayChart } from "./day-chart.ts";
import type { OpenedEvent } from "./for-staff.ts";
import { staffPage } from "./staff-page.ts";

export interface Report {
  readonly opened: OpenedEvent;
  readonly totals: EventWithScore;
  readonly days: readonly DayCount[];
  readonly now: Date;
  /** Whole, to pass on. */
  readonly audienceAddress: string;
}

/** How many people registered, came and took part. */
export function reportPage({ opened, totals, days, now, audienceAddress }: Report): string {
  return staffPage({
    opened,
    now,
    place: "report",
    body:
      totals.registrants === 0 && days.length === 0
        ? nobodyYet(audienceAddress)
        : html`<section class="stack"><h2>People</h2>${figures(peopleFigures(totals))}</section>
<section class="card"><h2>Registrations per day</h2>${dayChart(days)}</section>
<section class="stack"><h2>Taking part</h2>${
            totals.attendees > 0
              ? figures(engagementFigures(totals))
              : html`<p class="empty">Nobody has attended yet. Minutes watched, questions, polls and downloads appear here as people take part.</p>`
          }</section>
${partners(totals)}`,
  });
}

function nobodyYet(address: string): Html {
  return html`<div class="empty stack tight"><h2>Nobody has registered yet</h2>
<p>People and what they do appear here as soon as the first one is registered. The event's page to invite with:</p>
<p><a href="${address}"><span class="code">${address}</span></a></p></div>`;
}

type Figure = readonly [name: string, value: number | string];

function figures(list: readonly Figure[]): Html {
  const write = (value: number | string) => (typeof value === "number" ? value.toLocaleString("en-US") : value);
  return html`<dl class="figures">${list.map(([name, value]) => html`<div><dt>${name}</dt><dd>${write(value)}</dd></div>\n`)}</dl>`;
}

function peopleFigures(totals: EventWithScore): Figure[] {
  const share = totals.registrants > 0 ? Math.round((totals.attendees / totals.registrants) * 100) : 0;
  const attended = totals.attendees > 0 ? `Attendees, ${share} % of registrants` : "Attendees";
  return [
    ["Registrants", totals.registrants],
    [attended, totals.attendees],
    ["Attended live", totals.liveAttendees],
    ["Attended on demand", totals.onDemandAttendees],
  ];
}

function engagementFigures(totals: EventWithScore): Figure[] {
  return [
    ["Minutes live, on average", averageMinutes(totals.liveMs, totals.liveAttendees)],
    ["Minutes on demand, on average", averageMinutes(totals.archiveMs, totals.onDemandAttendees)],
    ["Questions asked", totals.questionsAsked],
    ["Poll responses", totals.pollResponses],
    ["Survey responses", totals.surveyResponses],
    ["Resource downloads", totals.resourceDownloads],
    ["Call-to-action clicks", totals.ctaClicks],
    ["Engagement score", engagementScoreOf(totals).toFixed(1)],
  ];
}

function averageMinutes(ms: number, people: number): number {
  return people > 0 ? Math.round(ms / people / 60_000) : 0;
}

/** Only where anybody came by a partner's address. */
function partners({ partnerTotals }: EventWithScore): Html | undefined {
  if (partnerTotals.every(({ code }) => code === "-")) return undefined;
  return html`<section class="card"><h2>Where registrants came from</h2><table>
<thead><tr><th scope="col">Partner reference</th><th scope="col" class="number">Registrants</th></tr></thead>
<tbody>${partnerTotals.map(({ code, count }) => html`<tr><td dir="auto">${code === "-" ? "none" : code}</td><td class="number">${count}</td></tr>\n`)}</tbody>
</table></section>`;
}
