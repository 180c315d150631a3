import { findLanguageCode } from "@lectern/texts/languages";
import { DateTime, type DateTimeFormatOptions } from "luxon";
import { shortZoneName } from "../../../lib/zone-name.ts";

export interface Spoken {
  readonly languageCode: string;
  readonly countryCode: string | null;
}

/** The event's language as browsers and Intl name it; "UK" is the API's own. */
export function localeOf({ languageCode, countryCode }: Spoken): string {
  if (countryCode === null) return languageCode;
  return `${languageCode}-${countryCode === "UK" ? "GB" : countryCode}`;
}

/** A language as an event speaks it: with the country where it is the event's own language. */
export function spokenIn(languageCode: string, event: Spoken): Spoken {
  return { languageCode, countryCode: languageCode === event.languageCode ? event.countryCode : null };
}

/** An event as somebody reads of it: in the language the person told, if Lectern speaks it, otherwise in the event's. */
export function inLanguageOf<Event extends Spoken>(event: Event, tag: string | null): Event {
  return { ...event, ...spokenIn(findLanguageCode(tag) ?? event.languageCode, event) };
}

type Localised = Spoken & { readonly timeZone: string };

/** An instant as the event's language writes it, on the clocks of the event's zone. */
export function formatLocalised(instant: Date, event: Localised, format: DateTimeFormatOptions): string {
  const text = DateTime.fromJSDate(instant, { zone: event.timeZone }).setLocale(localeOf(event)).toLocaleString(format);
  // Some mail programs show a box for the narrow space before AM.
  return text.replaceAll("\u202f", " ");
}

/** The same with the zone's short name: `9:00 AM PST`. */
export function formatWithZone(instant: Date, event: Localised, format: DateTimeFormatOptions): string {
  return `${formatLocalised(instant, event, format)} ${shortZoneName(instant, event.timeZone)}`;
}

/** `Pacific Standard Time`, in the event's language. */
export function zoneNameOf(instant: Date, event: Localised): string {
  const time = DateTime.fromJSDate(instant, { zone: event.timeZone }).setLocale(localeOf(event));
  return time.offsetNameLong ?? event.timeZone;
}
