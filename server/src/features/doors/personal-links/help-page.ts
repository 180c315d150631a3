import { html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { localeOf } from "../../webinars/event-emails/event-language.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import type { Browser } from "./check-browser.ts";
import { fillWith, type Words } from "./link-words.ts";

/**
 * What helps most people, for anybody who asks.
 * @param event one that is open to its audience; nothing is told of others, not even that they are.
 */
export function helpPage(words: Words, event: PageEvent | undefined, browser: Browser | undefined): string {
  const { help } = words.texts;
  const check = browser ? (browser.isOld ? help.oldBrowser : help.goodBrowser) : help.otherBrowser;
  const ask = event ? fillWith(help.askOrganiser, { organiser: event.clientName }) : html`${help.askSender}`;
  return page({
    title: event ? `${help.heading} · ${event.title}` : help.heading,
    lang: words.locale,
    ...(event && { brand: { name: event.clientName } }),
    body: html`<div class="stack loose">
<header class="stack tight"><h1>${help.heading}</h1>
${event && html`<p class="lead"><bdi lang="${localeOf(event)}">${event.title}</bdi></p>`}</header>
<section class="stack tight"><h2>${help.browser}</h2>
<p class="notice ${browser && !browser.isOld ? "good" : "warn"}">${fillWith(check, { browser: browser?.name ?? "" })}</p></section>
${[help.entering, help.watching, help.network].map(
  ([heading, says]) => html`<section class="stack tight"><h2>${heading}</h2><p class="prose">${says}</p></section>\n`,
)}
<section class="stack tight"><h2>${help.contact}</h2><p>${ask}</p></section>
</div>`,
  });
}
