import { cutText } from "../../lib/cut-text.ts";
import { sanitiseHtml } from "../../lib/safe-html.ts";
import { Html, html } from "./html.ts";

const markup = /<\/?[a-z][^<>]*>/gi;

/** What a producer wrote: as markup that was made harmless when there is any in it, with its line breaks otherwise. */
export function writtenText(text: string): Html {
  if (text.search(markup) === -1) return html`<p class="prose" dir="auto">${text}</p>`;
  return html`<div class="rich" dir="auto">${new Html(sanitiseHtml(text))}</div>`;
}

/** Characters that search engines show. */
const EXCERPT_LENGTH = 160;

/** The beginning of a text in one line, without its markup. */
export function excerpt(text: string): string {
  const line = text.replaceAll(markup, " ").replace(/\s+/g, " ").trim();
  return cutText(line, EXCERPT_LENGTH) === line ? line : `${cutText(line, EXCERPT_LENGTH - 1)}…`;
}
