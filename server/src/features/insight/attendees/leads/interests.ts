import { ara, deu, eng, fra, heb, ita, jpn, kor, nld, porBr, spa, swe, zho } from "stopword";

/** A webinar that somebody registered for. */
export interface WebinarOfLead {
  readonly title: string;
  /** ISO 639-1. */
  readonly languageCode: string;
  /** Names of the account's tags. */
  readonly tags: readonly string[];
  readonly isAttended: boolean;
}

const MOST = 10;
const SHORTEST_WORD = 3;
/** Chinese, Japanese and Korean say in two letters what others say in six. */
const denseScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const emptyWords: Readonly<Record<string, readonly string[]>> = {
  ...{ en: eng, de: deu, fr: fra, es: spa, it: ita, pt: porBr, nl: nld, sv: swe, ja: jpn, ko: kor, zh: zho, ar: ara },
  he: heb,
};

/**
 * What somebody is interested in: the tags and the words of the titles of their webinars, without those that say nothing. A
 * webinar that they attended counts twice, one that they registered for once; the ten that count most, then by the alphabet.
 */
export function interestsOf(webinars: readonly WebinarOfLead[]): string[] {
  const weights = new Map<string, { shown: string; weight: number }>();
  for (const { isAttended, ...webinar } of webinars)
    for (const [key, shown] of topicsOf(webinar)) {
      const known = weights.get(key) ?? { shown, weight: 0 };
      weights.set(key, { shown: known.shown, weight: known.weight + (isAttended ? 2 : 1) });
    }
  return [...weights.values()]
    .sort((one, other) => other.weight - one.weight || one.shown.localeCompare(other.shown, "en"))
    .slice(0, MOST)
    .map(({ shown }) => shown);
}

/** By their words in small letters, so that nothing counts twice in one webinar. */
function topicsOf({ title, languageCode, tags }: Omit<WebinarOfLead, "isAttended">): Map<string, string> {
  return new Map([...tags, ...wordsOf(title, languageCode)].map((topic) => [topic.toLowerCase(), topic]));
}

function wordsOf(title: string, languageCode: string): string[] {
  const empty = emptyWordsOf(languageCode);
  return [...segmenterOf(languageCode).segment(title)]
    .filter(({ segment, isWordLike }) => isWordLike && isTelling(segment) && !empty.has(segment.toLowerCase()))
    .map(({ segment }) => segment.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
}

const emptyByLanguage = new Map<string, ReadonlySet<string>>();

/** Made once: a page of leads asks for those of a thousand titles. */
function emptyWordsOf(languageCode: string): ReadonlySet<string> {
  const known = emptyByLanguage.get(languageCode);
  if (known) return known;
  const made = new Set([...eng, ...(emptyWords[languageCode] ?? [])]);
  emptyByLanguage.set(languageCode, made);
  return made;
}

function isTelling(word: string): boolean {
  return word.length >= (denseScript.test(word) ? 2 : SHORTEST_WORD) && /\p{L}/u.test(word);
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Making one takes as long as reading a hundred titles. */
function segmenterOf(languageCode: string): Intl.Segmenter {
  const known = segmenters.get(languageCode);
  if (known) return known;
  const [locale = "en"] = Intl.Segmenter.supportedLocalesOf([languageCode]);
  const made = new Intl.Segmenter(locale, { granularity: "word" });
  segmenters.set(languageCode, made);
  return made;
}
