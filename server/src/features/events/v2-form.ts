import type { Db } from "../../db/database.ts";
import { fail } from "../../errors.ts";
import { parseLiveStart } from "../../http/v2/dates.ts";
import { type Fields, many, one } from "../../http/v2/forms.ts";
import { eventTypes } from "../lookups/event-types.ts";
import { findLanguage } from "../lookups/languages.ts";
import { isKnownTimeZone } from "../lookups/time-zones.ts";
import { MAX_TITLE, type NewEvent } from "./create-event.ts";
import { listKnownTagIds } from "./queries.ts";

const MAX_CAMPAIGN_TAGS = 10;
const MAX_ACCOUNT_TAGS = 3;
const bannedInTags = /[£$!%&*()}{@#~?><',"|=_+¬]/;

/** Reads a create form; names everything that is wrong in one refusal. */
export async function readNewEvent(db: Db, clientId: number, form: Fields): Promise<NewEvent> {
  const faults: string[] = [];
  const event = readFields(form, faults);
  for (const name of ["title", "eventtype", "languagecd", "livestart", "liveduration", "timezone"])
    if (one(form, name) === undefined) faults.push(`${name} is missing`);
  await checkAccountTags(db, clientId, event.accountTagIds, faults);
  if (faults.length > 0) fail("event.invalid", { faults: faults.join("; ") });
  return event as NewEvent;
}

/** Reads what a copy changes; start and duration must be given. The source's time zone counts for a start without one. */
export async function readCopyChanges(
  db: Db,
  clientId: number,
  form: Fields,
  sourceTimeZone: string,
): Promise<Partial<NewEvent> & Pick<NewEvent, "startsAt" | "durationMinutes">> {
  const faults: string[] = [];
  const changes = readFields(form, faults, sourceTimeZone);
  for (const name of ["livestart", "liveduration"])
    if (one(form, name) === undefined) faults.push(`${name} is missing`);
  await checkAccountTags(db, clientId, changes.accountTagIds, faults);
  if (faults.length > 0) fail("event.invalid", { faults: faults.join("; ") });
  return changes as Partial<NewEvent> & Pick<NewEvent, "startsAt" | "durationMinutes">;
}

function readFields(form: Fields, faults: string[], fallbackZone = "America/Los_Angeles"): Partial<NewEvent> {
  const timeZone = readTimeZone(form, faults);
  const texts = {
    abstract: one(form, "eventabstract"),
    promotionalSummary: one(form, "promotionalsummary"),
    venue: one(form, "venue"),
    address: one(form, "address"),
    campaignCode: one(form, "campaigncode"),
  };
  return withoutUndefined({
    ...texts,
    title: readTitle(form, faults),
    type: readType(form, faults),
    ...readLanguage(form, faults),
    timeZone,
    startsAt: readStart(form, timeZone ?? fallbackZone, faults),
    durationMinutes: readDuration(form, faults),
    isArchiveAvailable: readYesNo(form, "archiveavailable", faults),
    isTest: readYesNo(form, "testevent", faults),
    isHybrid: readYesNo(form, "hybrid", faults),
    campaignTags: readCampaignTags(form, faults),
    accountTagIds: readAccountTagIds(form, faults),
  });
}

function withoutUndefined<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function readTitle(form: Fields, faults: string[]): string | undefined {
  const title = one(form, "title");
  if (title !== undefined && [...title].length > MAX_TITLE) faults.push(`title has more than ${MAX_TITLE} characters`);
  return title;
}

function readType(form: Fields, faults: string[]): string | undefined {
  const text = one(form, "eventtype");
  if (text === undefined) return undefined;
  const type = eventTypes.find(({ value, canCreate }) => canCreate && value.toLowerCase() === text.toLowerCase());
  if (!type) faults.push("eventtype is not one of /eventtypes");
  return type?.value;
}

function readLanguage(form: Fields, faults: string[]): { languageCode?: string; countryCode?: string } {
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

function readTimeZone(form: Fields, faults: string[]): string | undefined {
  const zone = one(form, "timezone");
  if (zone === undefined || isKnownTimeZone(zone)) return zone;
  faults.push("timezone is not one of /timezones");
  return undefined;
}

function readStart(form: Fields, timeZone: string, faults: string[]): Date | undefined {
  const text = one(form, "livestart");
  if (text === undefined) return undefined;
  const start = parseLiveStart(text, timeZone);
  if (!start) faults.push("livestart is not a date of an accepted format");
  return start;
}

/** 15 to 480 minutes: steps of 15 up to 120, of 30 above. */
function readDuration(form: Fields, faults: string[]): number | undefined {
  const text = one(form, "liveduration");
  if (text === undefined) return undefined;
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  const isStep = minutes <= 120 ? minutes % 15 === 0 : minutes % 30 === 0;
  if (!(minutes >= 15 && minutes <= 480 && isStep))
    faults.push("liveduration must be 15 to 480 minutes in steps of 15 up to 120 and of 30 above");
  return minutes;
}

function readYesNo(form: Fields, name: string, faults: string[]): boolean | undefined {
  const text = one(form, name)?.toUpperCase();
  if (text === undefined) return undefined;
  if (text !== "Y" && text !== "N") faults.push(`${name} must be Y or N`);
  return text === "Y";
}

function readCampaignTags(form: Fields, faults: string[]): string[] | undefined {
  const tags = [...new Set(many(form, "tagcampaign"))];
  if (tags.length === 0) return undefined;
  if (tags.length > MAX_CAMPAIGN_TAGS) faults.push(`more than ${MAX_CAMPAIGN_TAGS} tagcampaign are given`);
  if (tags.some((tag) => bannedInTags.test(tag))) faults.push("tagcampaign has a character that tags can't have");
  return tags;
}

function readAccountTagIds(form: Fields, faults: string[]): number[] | undefined {
  const ids = [...new Set(many(form, "customaccounttag"))];
  if (ids.length === 0) return undefined;
  if (ids.length > MAX_ACCOUNT_TAGS) faults.push(`more than ${MAX_ACCOUNT_TAGS} customaccounttag are given`);
  return ids.map((id) => (/^\d{1,15}$/.test(id) ? Number(id) : -1));
}

async function checkAccountTags(db: Db, clientId: number, ids: number[] | undefined, faults: string[]): Promise<void> {
  const known = await listKnownTagIds(db, clientId, ids ?? []);
  if (known.length !== (ids ?? []).length) faults.push("customaccounttag is not one of /customaccounttag");
}
