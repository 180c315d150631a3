import { DateTime } from "luxon";
import { type Html, html } from "../../../http/pages/html.ts";
import type { DayCount } from "../../webinars/events/page-queries.ts";

/** Bars that still can be told apart on a phone. */
const MAX_BARS = 60;
const HEIGHT = 100;
/** Of a bar and the gap beside it. */
const STEP = 10;

/** Registrations over time: bars of a day each, or of several when it went on for long, and the same as a table. */
export function dayChart(counts: readonly DayCount[]): Html | undefined {
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last) return undefined;
  const bars = toBars(counts, first.day, last.day);
  const most = Math.max(...bars.map(({ registrants }) => registrants));
  const width = Math.max(bars.length, 7) * STEP;
  const rects = bars.map(({ registrants }, index) => {
    const height = registrants === 0 ? 0 : Math.max(1.5, (registrants / most) * HEIGHT);
    return html`<rect x="${index * STEP + 1}" y="${HEIGHT - height}" width="${STEP - 2}" height="${height}"></rect>`;
  });
  return html`<figure class="stack tight">
<svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="Registrations from ${named(first.day)} to ${named(last.day)}, at most ${most} at a time">${rects}</svg>
<figcaption class="row apart small quiet"><span>${named(first.day)}</span><span>highest: ${most}</span>${first !== last && html`<span>${named(last.day)}</span>`}</figcaption>
<details class="small"><summary>As a table</summary><div class="scroller" tabindex="0" role="group" aria-label="Registrations per day"><table>
<thead><tr><th scope="col">Day</th><th scope="col" class="number">Registrations</th></tr></thead>
<tbody>${counts.map(({ day, registrants }) => html`<tr><td>${named(day)}</td><td class="number">${registrants}</td></tr>\n`)}</tbody>
</table></div></details>
</figure>`;
}

/** With the days between that have none. */
function toBars(counts: readonly DayCount[], firstDay: string, lastDay: string): DayCount[] {
  const first = DateTime.fromISO(firstDay, { zone: "utc" });
  const dayNumber = (day: string) => DateTime.fromISO(day, { zone: "utc" }).diff(first, "days").days;
  const days = dayNumber(lastDay) + 1;
  const daysPerBar = Math.ceil(days / MAX_BARS);
  const bars: DayCount[] = Array.from({ length: Math.ceil(days / daysPerBar) }, (_none, index) => ({
    day: first.plus({ days: index * daysPerBar }).toISODate() ?? firstDay,
    registrants: 0,
  }));
  for (const { day, registrants } of counts) {
    const bar = bars[Math.floor(dayNumber(day) / daysPerBar)];
    if (bar) bar.registrants += registrants;
  }
  return bars;
}

function named(day: string): string {
  return DateTime.fromISO(day, { zone: "utc" }).setLocale("en-US").toLocaleString({ dateStyle: "medium" });
}
