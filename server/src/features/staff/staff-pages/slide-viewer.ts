import type { Say } from "@lectern/texts/say";
import { type Html, html } from "../../../http/pages/html.ts";
import type { EventSlides } from "../../webinars/slides/queries.ts";

/**
 * The pages of all decks, one after the other. Without script they lie side by side and scroll; the script shows one at a
 * time, with buttons and keys. What stands on a page is its image's alternative text.
 */
export function slideViewer(name: string, decks: readonly EventSlides[], say: Say): Html | undefined {
  const pages = decks.flatMap((deck) => deck.pages);
  if (pages.length === 0) return undefined;
  const nameOf = (page: number) => say("pages:slide", { page, pages: pages.length });
  return html`<div class="slides" role="group" aria-label="${name}" tabindex="0" data-slides>
<ol class="plain">${pages.map(
    ({ imagePath, text }, index) =>
      html`<li data-name="${nameOf(index + 1)}"><img src="${imagePath}" alt="${[nameOf(index + 1), text].filter(Boolean).join(": ")}"${
        index > 0 && html` loading="lazy"`
      }></li>\n`,
  )}</ol>
<div class="row apart" data-controls hidden>
<button class="button second" type="button" data-previous>${say("pages:previous")}</button>
<p class="quiet small" aria-live="polite" data-position></p>
<button class="button second" type="button" data-next>${say("pages:next")}</button>
</div>
</div>`;
}
