import { html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import type { Words } from "../../webinars/events/words.ts";
import type { FormEvent } from "../registration-page/page-event.ts";

/** Tells somebody why a gate keeps them out. */
export function refusedPage({ event, client }: FormEvent, words: Words, notice: string): string {
  return page({
    title: event.title,
    lang: words.locale,
    brand: { name: client.name },
    body: html`<div class="stack problem">
<h1 lang="${words.eventLocale}" dir="auto">${event.title}</h1>
<p class="lead" dir="auto">${notice}</p>
</div>`,
  });
}
