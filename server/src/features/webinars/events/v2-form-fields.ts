import type { Db } from "../../../db/database.ts";
import { many, one } from "../../../http/forms.ts";
import { parseLiveStart } from "../../../http/v2/dates.ts";
import { type FormParameter, formParameter } from "../../../http/v2/parameters.ts";
import { text } from "../../../http/v2/schema-parts.ts";
import { eventTypes } from "../../base/lookups/event-types.ts";
import { findLanguage } from "../../base/lookups/languages.ts";
import { isKnownTimeZone } from "../../base/lookups/time-zones.ts";
import { listKnownTagIds } from "./account-tags.ts";

// The fields of a create, copy or update form.

const MAX_CAMPAIGN_TAGS = 10;
const MAX_ACCOUNT_TAGS = 3;
const bannedInTags = /[£$!%&*()}{@#~?><',"|=_+¬]/;

export function withoutUndefined<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

export const timeZone: FormParameter<string> = {
  properties: { timezone: text("One of /timezones; where a start is not sent with it, the time of day stays") },
  read(form, { faults }) {
    const zone = one(form, "timezone");
    if (zone === undefined || isKnownTimeZone(zone)) return zone;
    faults.push("timezone is not one of /timezones");
    return undefined;
  },
};

/** Only what `POST /event` makes. */
export const eventType: FormParameter<string> = {
  properties: { eventtype: text("One of /eventtypes that can be created") },
  read(form, { faults }) {
    const asked = one(form, "eventtype")?.toLowerCase();
    if (asked === undefined) return undefined;
    const type = eventTypes.find(({ value, canCreate }) => canCreate && value.toLowerCase() === asked);
    if (!type) faults.push("eventtype is not one of /eventtypes");
    return type?.value;
  },
};

export const language: FormParameter<{ languageCode?: string; countryCode?: string }> = {
  properties: {
    languagecd: text("One of /languages"),
    countrycd: text("With languagecd zh: CN or TW; with en: UK"),
  },
  read(form, { faults }) {
    const languageCode = one(form, "languagecd");
    const countryCode = one(form, "countrycd");
    if (languageCode === undefined && countryCode === undefined) return {};
    const found = languageCode === undefined ? undefined : findLanguage(languageCode, countryCode);
    if (!found) faults.push("languagecd and countrycd are not a pair of /languages");
    return {
      ...(found && { languageCode: found.languageCode }),
      ...(found?.countryCode !== undefined && { countryCode: found.countryCode }),
    };
  },
};

/** The start by the clocks of a zone, which is known when the rest of the form is read. */
export const startIn: FormParameter<(zone: string) => Date | undefined> = {
  properties: {
    livestart: text("MM/DD/YYYY hh:mm a in the event's zone, ISO, ISO with offset, or JavaScript's Date.toString()"),
  },
  read:
    (form, { faults }) =>
    (zone) => {
      const asked = one(form, "livestart");
      if (asked === undefined) return undefined;
      const start = parseLiveStart(asked, zone);
      if (!start) faults.push("livestart is not a date of an accepted format");
      return start;
    },
};

export const durationMinutes = formParameter.minutes("liveduration", {
  from: 15,
  steps: [
    { every: 15, to: 120 },
    { every: 30, to: 480 },
  ],
});

export const promotionalSummary = formParameter.text("promotionalsummary", "What it is promoted with");
export const campaignCode = formParameter.text("campaigncode", "Campaign code");
export const isArchiveAvailable = formParameter.yesNo("archiveavailable", "On demand afterwards");

export const campaignTags: FormParameter<string[]> = {
  properties: { tagcampaign: text(`Campaign tag; up to ${MAX_CAMPAIGN_TAGS}, repeated, in place of the present ones`) },
  read(form, { faults }) {
    const tags = [...new Set(many(form, "tagcampaign"))];
    if (tags.length === 0) return undefined;
    if (tags.length > MAX_CAMPAIGN_TAGS) faults.push(`more than ${MAX_CAMPAIGN_TAGS} tagcampaign are given`);
    if (tags.some((tag) => bannedInTags.test(tag))) faults.push("tagcampaign has a character that tags can't have");
    return tags;
  },
};

/** Only tags that the account has, which `readAccountTagIds` asks. */
export const accountTags: FormParameter<string[]> = {
  properties: {
    customaccounttag: text(
      `Account tag id, one of /customaccounttag; up to ${MAX_ACCOUNT_TAGS}, repeated, in place of the present ones`,
    ),
  },
  read(form, { faults }) {
    const given = [...new Set(many(form, "customaccounttag"))];
    if (given.length > MAX_ACCOUNT_TAGS) faults.push(`more than ${MAX_ACCOUNT_TAGS} customaccounttag are given`);
    return given.length === 0 ? undefined : given;
  },
};

export async function readAccountTagIds(
  db: Db,
  clientId: number,
  given: readonly string[] | undefined,
  faults: string[],
): Promise<number[] | undefined> {
  if (given === undefined) return undefined;
  const ids = given.map((id) => (/^\d{1,15}$/.test(id) ? Number(id) : -1));
  const known = await listKnownTagIds(db, clientId, ids);
  if (known.length !== ids.length) faults.push("customaccounttag is not one of /customaccounttag");
  return ids;
}
