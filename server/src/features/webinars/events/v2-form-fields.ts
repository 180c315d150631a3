import type { Db } from "../../../db/database.ts";
import { parseLiveStart } from "../../../http/v2/dates.ts";
import { findFlag } from "../../../http/v2/flags.ts";
import { type Fields, many, one } from "../../../http/v2/forms.ts";
import { eventTypes } from "../../base/lookups/event-types.ts";
import { findLanguage } from "../../base/lookups/languages.ts";
import { isKnownTimeZone } from "../../base/lookups/time-zones.ts";
import { listKnownTagIds } from "./queries.ts";

// Each reads one field of a create, copy or update form: undefined when it is not sent; what is wrong goes to `faults`,
// because one refusal names everything.

const MAX_CAMPAIGN_TAGS = 10;
const MAX_ACCOUNT_TAGS = 3;
const bannedInTags = /[£$!%&*()}{@#~?><',"|=_+¬]/;

export function withoutUndefined<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

export function readTitle(form: Fields, maxLength: number, faults: string[]): string | undefined {
  const title = one(form, "title");
  if (title !== undefined && [...title].length > maxLength) faults.push(`title has more than ${maxLength} characters`);
  return title;
}

/** Only what `POST /event` makes. */
export function readType(form: Fields, faults: string[]): string | undefined {
  const text = one(form, "eventtype");
  if (text === undefined) return undefined;
  const type = eventTypes.find(({ value, canCreate }) => canCreate && value.toLowerCase() === text.toLowerCase());
  if (!type) faults.push("eventtype is not one of /eventtypes");
  return type?.value;
}

export function readLanguage(form: Fields, faults: string[]): { languageCode?: string; countryCode?: string } {
  const languageCode = one(form, "languagecd");
  const countryCode = one(form, "countrycd");
  if (languageCode === undefined && countryCode === undefined) return {};
  const language = languageCode === undefined ? undefined : findLanguage(languageCode, countryCode);
  if (!language) faults.push("languagecd and countrycd are not a pair of /languages");
  return {
    ...(language && { languageCode: language.languageCode }),
    ...(language?.countryCode !== undefined && { countryCode: language.countryCode }),
  };
}

export function readTimeZone(form: Fields, faults: string[]): string | undefined {
  const zone = one(form, "timezone");
  if (zone === undefined || isKnownTimeZone(zone)) return zone;
  faults.push("timezone is not one of /timezones");
  return undefined;
}

export function readStart(form: Fields, timeZone: string, faults: string[]): Date | undefined {
  const text = one(form, "livestart");
  if (text === undefined) return undefined;
  const start = parseLiveStart(text, timeZone);
  if (!start) faults.push("livestart is not a date of an accepted format");
  return start;
}

/** 15 to 480 minutes: steps of 15 up to 120, of 30 above. */
export function readDuration(form: Fields, faults: string[]): number | undefined {
  const text = one(form, "liveduration");
  if (text === undefined) return undefined;
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  const isStep = minutes <= 120 ? minutes % 15 === 0 : minutes % 30 === 0;
  if (!(minutes >= 15 && minutes <= 480 && isStep))
    faults.push("liveduration must be 15 to 480 minutes in steps of 15 up to 120 and of 30 above");
  return minutes;
}

export function readYesNo(form: Fields, name: string, faults: string[]): boolean | undefined {
  if (one(form, name) === undefined) return undefined;
  const flag = findFlag(form, name);
  if (flag === undefined) faults.push(`${name} must be Y or N`);
  return flag;
}

export function readCampaignTags(form: Fields, faults: string[]): string[] | undefined {
  const tags = [...new Set(many(form, "tagcampaign"))];
  if (tags.length === 0) return undefined;
  if (tags.length > MAX_CAMPAIGN_TAGS) faults.push(`more than ${MAX_CAMPAIGN_TAGS} tagcampaign are given`);
  if (tags.some((tag) => bannedInTags.test(tag))) faults.push("tagcampaign has a character that tags can't have");
  return tags;
}

/** Only tags that the account has. */
export async function readAccountTagIds(
  db: Db,
  clientId: number,
  form: Fields,
  faults: string[],
): Promise<number[] | undefined> {
  const given = [...new Set(many(form, "customaccounttag"))];
  if (given.length === 0) return undefined;
  if (given.length > MAX_ACCOUNT_TAGS) faults.push(`more than ${MAX_ACCOUNT_TAGS} customaccounttag are given`);
  const ids = given.map((id) => (/^\d{1,15}$/.test(id) ? Number(id) : -1));
  const known = await listKnownTagIds(db, clientId, ids);
  if (known.length !== ids.length) faults.push("customaccounttag is not one of /customaccounttag");
  return ids;
}
