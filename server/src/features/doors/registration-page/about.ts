import { type Html, html } from "../../../http/pages/html.ts";
import { writtenText } from "../../../http/pages/written-text.ts";
import { keptWith } from "../../../lib/kept-with.ts";
import { speakerList } from "../../webinars/console/speaker-list.ts";
import { localeOf } from "../../webinars/event-emails/event-language.ts";
import { audienceTextsIn } from "../../webinars/events/audience-texts.ts";
import type { CachedEvent } from "../../webinars/events/event-cache.ts";
import type { FormEvent } from "./page-event.ts";
import type { PageWords } from "./page-words.ts";

/** Making a producer's HTML harmless is costly. */
const kept = keptWith<CachedEvent, Html>();

/** What the event is about, and who speaks. */
export function about(shown: FormEvent, { languageCode }: PageWords): Html {
  return kept(shown.event, languageCode, () => write(shown, languageCode));
}

function write({ event, speakers }: FormEvent, languageCode: string): Html {
  const texts = audienceTextsIn(languageCode);
  const lang = localeOf(event);
  return html`<div class="stack loose about">
${event.abstract && html`<section class="stack"><h2>${texts.about}</h2><div lang="${lang}">${writtenText(event.abstract)}</div></section>`}
${speakers.length > 0 && html`<section class="stack"><h2>${texts.speakers}</h2><div lang="${lang}">${speakerList(speakers)}</div></section>`}
</div>`;
}
