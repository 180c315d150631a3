import { type Html, html } from "../../../http/pages/html.ts";
import { keptWith } from "../../../lib/kept-with.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { isLive } from "../../base/lookups/event-types.ts";
import { formatLocalised, formatWithZone } from "../../webinars/events/event-language.ts";
import type { Words } from "../../webinars/events/words.ts";

/** When it is, in the event's zone; the script adds the visitor's own time where it is another. */
export function when(event: AdmissionEvent, words: Words): Html | undefined {
  return isLive(event.type) ? kept(event, words.locale, () => write(event, words)) : undefined;
}

/** Formats of dates and numbers are costly to make. */
const kept = keptWith<AdmissionEvent, Html>();

function write(event: AdmissionEvent, words: Words): Html {
  const told = { languageCode: words.languageCode, countryCode: words.countryCode, timeZone: event.timeZone };
  const duration = new Intl.NumberFormat(words.locale, { style: "unit", unit: "minute", unitDisplay: "long" });
  const start = event.startsAt.toISOString();
  return html`<div class="stack tight">
<h2 class="overline">${words.say("pages:when")}</h2>
<p><time datetime="${start}"><strong>${formatLocalised(event.startsAt, told, { dateStyle: "full" })}</strong><br>
<bdi>${formatWithZone(event.startsAt, told, { timeStyle: "short" })}</bdi></time> <span class="quiet">· <bdi>${duration.format(event.durationMinutes)}</bdi></span></p>
<p class="quiet small" data-visitor-time="${start}" data-zone="${event.timeZone}" hidden>${words.say("pages:yourTime")} <span></span></p>
</div>`;
}
