import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { withValues } from "../../../http/pages/said.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import type { Words } from "../../webinars/events/words.ts";
import type { Browser } from "./check-browser.ts";

const topics = ["entering", "watching", "network"] as const;

/**
 * What helps most people, for anybody who asks.
 * @param event one that is open to its audience; nothing is told of others, not even that they are.
 */
export function helpPage(words: Words, event: PageEvent | undefined, browser: Browser | undefined): string {
  const { say } = words;
  const heading = say("links:help.heading");
  const ask = event
    ? withValues(say.pieces("links:help.askOrganiser", { organiser: event.clientName }))
    : say("links:help.askSender");
  return page({
    title: event ? `${heading} · ${event.title}` : heading,
    lang: words.locale,
    ...(event && { brand: { name: event.clientName } }),
    body: html`<div class="stack loose">
<header class="stack tight"><h1>${heading}</h1>
${event && html`<p class="lead"><bdi lang="${words.eventLocale}">${event.title}</bdi></p>`}</header>
<section class="stack tight"><h2>${say("links:help.browser")}</h2>
<p class="notice ${browser && !browser.isOld ? "good" : "warn"}">${checked(browser, words)}</p></section>
${topics.map(
  (topic) =>
    html`<section class="stack tight"><h2>${say(`links:help.${topic}.heading`)}</h2><p class="prose">${say(`links:help.${topic}.says`)}</p></section>\n`,
)}
<section class="stack tight"><h2>${say("links:help.contact")}</h2><p>${ask}</p></section>
</div>`,
  });
}

function checked(browser: Browser | undefined, { say }: Words): Html {
  if (!browser) return html`${say("links:help.otherBrowser")}`;
  const { name, isOld } = browser;
  return withValues(say.pieces(isOld ? "links:help.oldBrowser" : "links:help.goodBrowser", { browser: name }));
}
