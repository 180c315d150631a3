import { assetAddress } from "../../../http/pages/assets.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { withValues } from "../../../http/pages/said.ts";
import type { RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";
import type { Words } from "../../webinars/events/words.ts";
import type { FormEvent } from "./page-event.ts";
import { when } from "./when.ts";

/** Tells somebody who is not let in, or not yet, where they stand. @param position on the waiting list. */
export function waitingPage(
  shown: FormEvent,
  words: Words,
  status: RegistrantStatus | "blocked",
  isBare: boolean,
  position?: number,
): string {
  const [heading, says] = saidOf(status, words);
  const place = position !== undefined && placeInQueue(position, words);
  return standingPage(shown, words, isBare, { heading, says, place });
}

/** Tells whoever asked for their link where it is sent to, if they are registered. */
export function linkSentPage(shown: FormEvent, words: Words, isBare: boolean): string {
  const { say } = words;
  return standingPage(shown, words, isBare, { heading: say("form:confirmHeading"), says: say("form:linkSentText") });
}

interface Said {
  readonly heading: string;
  readonly says: string;
  readonly place?: Html | false;
}

function standingPage(
  { event, client }: FormEvent,
  words: Words,
  isBare: boolean,
  { heading, says, place }: Said,
): string {
  return page({
    title: `${heading} · ${event.title}`,
    lang: words.locale,
    ...(!isBare && { brand: { name: client.name } }),
    isBare,
    scripts: [assetAddress("visitor-time.js"), ...(isBare ? [assetAddress("embedded.js")] : [])],
    body: html`<div class="stack loose standing">
<header class="stack"><h1>${heading}</h1>
<p class="lead">${says}</p>
${place}
</header>
<section class="card stack"><h2 lang="${words.eventLocale}" dir="auto">${event.title}</h2>
${when(event, words)}</section>
</div>`,
  });
}

function placeInQueue(position: number, words: Words): Html {
  const pieces = words.say.pieces("links:place", { place: formatNumber(position, words) });
  return html`<p><span class="badge">${withValues(pieces)}</span></p>`;
}

function formatNumber(count: number, { locale }: Words): string {
  return new Intl.NumberFormat(locale).format(count);
}

function saidOf(status: RegistrantStatus | "blocked", { say }: Words): readonly [string, string] {
  if (status === "unconfirmed") return [say("form:confirmHeading"), say("form:confirmText")];
  const standing = status === "pending" || status === "waitlisted" || status === "denied" ? status : "blocked";
  return [say(`links:standing.${standing}.heading`), say(`links:standing.${standing}.says`)];
}
