import type { Texts } from "./generated/texts.ts";
import { type LanguageCode, languages } from "./languages.ts";
import { placePattern, readTexts } from "./read-texts.ts";

export type TextKey = keyof Texts;

/** A text that nothing has to be put into. */
export type PlainKey = { [Key in TextKey]: [Texts[Key]] extends [never] ? Key : never }[TextKey];

/** What belongs into the places of a text; most have none. `count` also chooses the plural form. */
export type Values<Key extends TextKey> = [Texts[Key]] extends [never]
  ? []
  : [values: { readonly [Name in Texts[Key]]: Name extends "count" ? number : string | number }];

/** Says a text of Lectern's own in one language. */
export interface Say {
  <Key extends TextKey>(key: Key, ...values: Values<Key>): string;
  /** The same in pieces, every second of which is a value, for whoever marks the values. */
  pieces<Key extends TextKey>(key: Key, ...values: Values<Key>): readonly string[];
}

type AnyValues = Readonly<Record<string, string | number>>;

function speaker(language: LanguageCode): Say {
  const texts = readTexts(language);
  const plurals = new Intl.PluralRules(language);
  const find = (key: string, { count }: AnyValues) =>
    texts.get(typeof count === "number" ? `${key}_${plurals.select(count)}` : key) ?? "";
  const fill = (place: string, values: AnyValues) => {
    const [name = "", format] = place.split(", ");
    return format === "number" ? Number(values[name]).toLocaleString(language) : String(values[name]);
  };
  const pieces = (key: string, values: AnyValues = {}) =>
    find(key, values)
      .split(placePattern)
      .map((piece, index) => (index % 2 === 0 ? piece : fill(piece, values)));
  const say = (key: string, values?: AnyValues) => (values ? pieces(key, values).join("") : (texts.get(key) ?? ""));
  return Object.assign(say, { pieces }) as Say;
}

const speakers = new Map(languages.map(({ code }) => [code, speaker(code)]));

/** The one voice of a language; all are read at start. */
export function speak(language: LanguageCode): Say {
  return speakers.get(language) as Say;
}
