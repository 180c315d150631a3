import { type Html, html } from "../../../http/pages/html.ts";
import { writtenText } from "../../../http/pages/written-text.ts";
import type { ListedSpeaker } from "./list-console.ts";

export function speakerList(speakers: readonly ListedSpeaker[]): Html {
  return html`<ul class="plain speakers">${speakers.map(
    ({ name, title, company, picture, description }) => html`<li class="speaker">
${
  picture
    ? html`<img class="portrait" src="${picture}" alt="" width="72" height="72" loading="lazy">`
    : html`<span class="portrait" aria-hidden="true">${initialsOf(name)}</span>`
}
<div><h3><bdi>${name}</bdi></h3>
${(title || company) && html`<p class="quiet small"><bdi>${[title, company].filter(Boolean).join(", ")}</bdi></p>`}
${description && html`<div class="small biography">${writtenText(description)}</div>`}</div></li>\n`,
  )}</ul>`;
}

/** First letters of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word = "") => [...word][0]?.toLocaleUpperCase() ?? "").join("");
}
