import { html } from "../../http/pages/html.ts";
import { page } from "../../http/pages/layout.ts";
import { localeOf } from "../emails/event-language.ts";
import type { RegistrantStatus } from "../registration/registrant-status.ts";
import type { FormEvent } from "./page-event.ts";
import type { PageWords } from "./page-words.ts";
import { when } from "./when.ts";

/** Tells somebody who is not let in, or not yet, where they stand. */
export function waitingPage(
  { event, client }: FormEvent,
  words: PageWords,
  status: RegistrantStatus | "blocked",
  isBare: boolean,
): string {
  const [heading, says] = saidOf(status, words);
  return page({
    title: `${heading} · ${event.title}`,
    lang: words.locale,
    ...(!isBare && { brand: { name: client.name } }),
    isBare,
    body: html`<div class="stack loose problem">
<header class="stack"><h1>${heading}</h1>
<p class="lead">${says}</p></header>
<section class="card stack"><h2 lang="${localeOf(event)}" dir="auto">${event.title}</h2>
${when(event, words)}</section>
</div>`,
  });
}

function saidOf(status: RegistrantStatus | "blocked", { texts, linkTexts }: PageWords): readonly [string, string] {
  if (status === "unconfirmed") return [texts.confirmHeading, texts.confirmText];
  if (status === "pending") return linkTexts.pending;
  if (status === "waitlisted") return linkTexts.waitlisted;
  return status === "denied" ? linkTexts.denied : linkTexts.blocked;
}
