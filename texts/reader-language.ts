import { findLanguageCode, type LanguageCode } from "./languages.ts";

/** What tells which language somebody reads, in the order in which it counts. */
export interface ReaderHints {
  /** By the address of a page, or its form. */
  readonly asked?: string | undefined;
  /** Stored with the person. */
  readonly stored?: string | null;
  /** The browser's header. */
  readonly acceptLanguage?: string | undefined;
  /** Of the event, or the hub. */
  readonly event?: string | undefined;
}

/** The language that somebody reads Lectern's own texts in; English where nothing else is known. */
export function readerLanguage(hints: ReaderHints): LanguageCode {
  return findReaderLanguage(hints) ?? "en";
}

/** The same, undefined where nothing is known. */
export function findReaderLanguage({ asked, stored, acceptLanguage, event }: ReaderHints): LanguageCode | undefined {
  return (
    findLanguageCode(asked) ??
    findLanguageCode(stored) ??
    findMostWanted(acceptLanguage ?? "") ??
    findLanguageCode(event)
  );
}

/** Characters; no browser sends more. */
const LONGEST_HEADER = 1000;

/** What a browser wants most, of the languages there are (RFC 9110, 12.5.4). */
function findMostWanted(acceptLanguage: string): LanguageCode | undefined {
  if (acceptLanguage.length > LONGEST_HEADER) return undefined;
  const ranges = acceptLanguage.split(",").map((range) => {
    const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
    const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2) ?? "1";
    return { tag, quality: Number(quality) || 0 };
  });
  const wanted = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  return wanted.map(({ tag }) => findLanguageCode(tag)).find((language) => language !== undefined);
}
