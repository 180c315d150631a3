import { Html, html } from "../../../http/pages/html.ts";
import { keptWith } from "../../../lib/kept-with.ts";
import { sanitiseInlineHtml, textOfInlineHtml } from "../../../lib/safe-html.ts";
import { defaultRegistrationFields } from "../../admission/registration/form/default-fields.ts";
import type { RegistrationField } from "../../admission/registration/form/registration-field.ts";
import type { Words } from "../../webinars/events/words.ts";

/** A caption that nobody has changed is told in the visitor's language. */
function translatedCaption({ field, caption }: RegistrationField, { say }: Words): string | undefined {
  const standard = defaultRegistrationFields.find((one) => one.field === field && one.caption === caption);
  return standard && say(`form:captions.${standard.field}`);
}

/** What stands beside a field; a consent may hold links. */
export function captionOf(field: RegistrationField, words: Words): Html {
  const translated = translatedCaption(field, words);
  if (translated !== undefined) return html`<span>${translated}</span>`;
  const text = field.type === "consent" ? kept(field, "", () => consentText(field.caption)) : field.caption;
  return html`<span dir="auto"${words.eventLocale !== words.locale && html` lang="${words.eventLocale}"`}>${text}</span>`;
}

/** The same as bare text. */
export function captionTextOf(field: RegistrationField, words: Words): string {
  const caption = translatedCaption(field, words) ?? field.caption;
  return field.type === "consent" ? textOfInlineHtml(caption) : caption;
}

/** Making HTML harmless is costly. */
const kept = keptWith<RegistrationField, Html>();

function consentText(caption: string): Html {
  return new Html(sanitiseInlineHtml(caption));
}
