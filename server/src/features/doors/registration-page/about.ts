import { type Html, html } from "../../../http/pages/html.ts";
import { writtenText } from "../../../http/pages/written-text.ts";
import { keptWith } from "../../../lib/kept-with.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { speakerList } from "../../webinars/console/speaker-list.ts";
import type { Words } from "../../webinars/events/words.ts";
import type { FormEvent } from "./page-event.ts";

/** Making a producer's HTML harmless is costly. */
const kept = keptWith<AdmissionEvent, Html>();

/** What the event is about, and who speaks. */
export function about(shown: FormEvent, words: Words): Html {
  return kept(shown.event, words.languageCode, () => write(shown, words));
}

function write({ event, speakers }: FormEvent, { say, eventLocale: lang }: Words): Html {
  return html`<div class="stack loose about">
${event.abstract && html`<section class="stack"><h2>${say("pages:about")}</h2><div lang="${lang}">${writtenText(event.abstract)}</div></section>`}
${speakers.length > 0 && html`<section class="stack"><h2>${say("pages:speakers")}</h2><div lang="${lang}">${speakerList(speakers)}</div></section>`}
</div>`;
}
