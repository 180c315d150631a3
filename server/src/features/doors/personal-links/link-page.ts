import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { formatWithZone } from "../../webinars/events/event-language.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import type { Words } from "../../webinars/events/words.ts";

export interface LinkPage {
  readonly words: Words;
  readonly heading: string;
  readonly says: string | Html;
  /** Which event it is about; none where nothing may be told of it. */
  readonly event?: PageEvent;
  /** What has just been done. */
  readonly notice?: Html | undefined;
  /** Buttons and links. */
  readonly actions?: readonly (Html | undefined)[];
}

/** One thing that is said to one person, and what they can do about it. */
export function linkPage({ words, heading, says, event, notice, actions = [] }: LinkPage): string {
  return page({
    title: event ? `${heading} · ${event.title}` : heading,
    lang: words.locale,
    ...(event && { brand: { name: event.clientName } }),
    body: html`<div class="stack loose problem">
<header class="stack"><h1>${keepWhole(heading)}</h1>
${notice && html`<p class="notice good" role="status">${notice}</p>`}
<p class="lead">${says}</p></header>
${event && eventCard(event, words)}
${actions.length > 0 && html`<div class="row">${actions}</div>`}
</div>`,
  });
}

/** A large heading has few words to a line: "e-mail" must not be two of them. */
function keepWhole(heading: string): string {
  return heading.replace(/\b(e)-(?=mail)/gi, "$1\u2011");
}

/** Which event it is about, and when. */
export function eventCard(event: PageEvent, words: Words): Html {
  const start = formatWithZone(
    event.startsAt,
    { ...words, timeZone: event.timeZone },
    {
      dateStyle: "full",
      timeStyle: "short",
    },
  );
  return html`<section class="card stack tight"><h2><bdi lang="${words.eventLocale}">${event.title}</bdi></h2>
<p><time datetime="${event.startsAt.toISOString()}">${start}</time></p></section>`;
}

/** A link that looks like a button. */
export function buttonLink(href: string, text: string, look = "button"): Html {
  return html`<a class="${look}" href="${href}">${text}</a>\n`;
}

/** What changes something is a form: programs that look through mails follow links, but press no buttons. */
export function buttonForm(action: string, text: string, look = "button"): Html {
  return html`<form method="post" action="${action}"><button class="${look}">${text}</button></form>\n`;
}
