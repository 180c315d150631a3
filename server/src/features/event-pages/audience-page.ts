import { assetAddress } from "../../http/pages/assets.ts";
import { type Html, html } from "../../http/pages/html.ts";
import { page } from "../../http/pages/layout.ts";
import type { ListedSpeaker } from "../console/list-console.ts";
import { formatLocalised, formatWithZone, localeOf } from "../emails/event-language.ts";
import { type Phase, phaseOf } from "../events/event-phase.ts";
import { isLive } from "../lookups/event-types.ts";
import { type AudienceTexts, audienceTextsIn, ownWords } from "./audience-texts.ts";
import { phaseBadge } from "./phases.ts";
import type { PageEvent } from "./queries.ts";
import { speakerList } from "./speaker-list.ts";
import { excerpt, writtenText } from "./written-text.ts";

/** What an invitation leads to: what the event is, when, and who speaks. */
export function audiencePage(event: PageEvent, speakers: readonly ListedSpeaker[], now: Date): string {
  const texts = audienceTextsIn(event.languageCode);
  const phase = phaseOf(event, now);
  const say = (text: string) => ownWords(text, event.languageCode);
  return page({
    title: event.title,
    description: excerpt(event.promotionalSummary ?? event.abstract ?? ""),
    lang: localeOf(event),
    isWide: true,
    isIndexed: !event.isTest,
    brand: { name: event.clientName },
    scripts: [assetAddress("visitor-time.js")],
    body: html`<article class="event">
<header class="hero stack">
<p>${phaseBadge(phase, say(texts.phases[phase]))}</p>
<h1>${event.title}</h1>
${event.promotionalSummary && html`<p class="lead">${event.promotionalSummary}</p>`}
</header>
<aside class="card stack">${isLive(event.type) && when(event, texts, say)}
${venue(event, texts, say)}
<p class="notice">${say(attendance(event, phase, texts))}</p>
</aside>
<div class="stack loose about">
${event.abstract && html`<section class="stack"><h2>${say(texts.about)}</h2>${writtenText(event.abstract)}</section>`}
${speakers.length > 0 && html`<section class="stack"><h2>${say(texts.speakers)}</h2>${speakerList(speakers)}</section>`}
</div>
</article>`,
  });
}

type Say = (text: string) => Html;

/** In the event's zone; the script adds the visitor's own time where it is another. */
function when(event: PageEvent, texts: AudienceTexts, say: Say): Html {
  const duration = new Intl.NumberFormat(localeOf(event), { style: "unit", unit: "minute", unitDisplay: "long" });
  return html`<div class="stack tight">
<h2>${say(texts.when)}</h2>
<p><time datetime="${event.startsAt.toISOString()}"><strong>${formatLocalised(event.startsAt, event, { dateStyle: "full" })}</strong><br>
<bdi>${formatWithZone(event.startsAt, event, { timeStyle: "short" })}</bdi></time> <span class="quiet">· <bdi>${duration.format(event.durationMinutes)}</bdi></span></p>
<p class="quiet small" data-visitor-time="${event.startsAt.toISOString()}" data-zone="${event.timeZone}" hidden>${say(texts.yourTime)} <span></span></p>
</div>`;
}

function venue({ isHybrid, venue: name, address }: PageEvent, texts: AudienceTexts, say: Say): Html | undefined {
  if (!isHybrid || (!name && !address)) return undefined;
  return html`<div class="stack tight"><h2>${say(texts.venue)}</h2><p class="prose">${name}${name && address && "\n"}${address}</p></div>`;
}

function attendance(event: PageEvent, phase: Phase, texts: AudienceTexts): string {
  const on = (date: Date) => formatLocalised(date, event, { dateStyle: "long" });
  if (phase === "scheduled") return event.isRegistrationOpen ? texts.byInvitation : texts.registrationClosed;
  if (phase === "ended") return texts.ended.replace("{date}", on(event.archiveStartsAt));
  if (phase === "on-demand") return texts.onDemand.replace("{date}", on(event.archiveEndsAt));
  return texts[phase];
}
