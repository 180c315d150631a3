import { assetAddress } from "../../../http/pages/assets.ts";
import { html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import type { RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";
import { localeOf } from "../../webinars/event-emails/event-language.ts";
import { fillWith } from "../personal-links/link-words.ts";
import type { FormEvent } from "./page-event.ts";
import type { PageWords } from "./page-words.ts";
import { when } from "./when.ts";

/** Tells somebody who is not let in, or not yet, where they stand. @param position on the waiting list. */
export function waitingPage(
  { event, client }: FormEvent,
  words: PageWords,
  status: RegistrantStatus | "blocked",
  isBare: boolean,
  position?: number,
): string {
  const [heading, says] = saidOf(status, words);
  return page({
    title: `${heading} · ${event.title}`,
    lang: words.locale,
    ...(!isBare && { brand: { name: client.name } }),
    isBare,
    scripts: [assetAddress("visitor-time.js"), ...(isBare ? [assetAddress("embedded.js")] : [])],
    body: html`<div class="stack loose standing">
<header class="stack"><h1>${heading}</h1>
<p class="lead">${says}</p>
${position !== undefined && html`<p><span class="badge">${fillWith(words.linkTexts.place, { place: formatNumber(position, words) })}</span></p>`}
</header>
<section class="card stack"><h2 lang="${localeOf(event)}" dir="auto">${event.title}</h2>
${when(event, words)}</section>
</div>`,
  });
}

function formatNumber(count: number, { locale }: PageWords): string {
  return new Intl.NumberFormat(locale).format(count);
}

function saidOf(status: RegistrantStatus | "blocked", { texts, linkTexts }: PageWords): readonly [string, string] {
  if (status === "unconfirmed") return [texts.confirmHeading, texts.confirmText];
  if (status === "pending") return linkTexts.pending;
  if (status === "waitlisted") return linkTexts.waitlisted;
  return status === "denied" ? linkTexts.denied : linkTexts.blocked;
}
