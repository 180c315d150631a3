import type { Selectable } from "kysely";
import { DateTime } from "luxon";
import type { Db } from "../../../db/database.ts";
import type { Events } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { type Fields, one } from "../../../http/v2/forms.ts";
import { findLanguage } from "../../base/lookups/languages.ts";
import type { EventChanges } from "./update-event.ts";
import {
  readAccountTagIds,
  readCampaignTags,
  readDuration,
  readStart,
  readTimeZone,
  readTitle,
  readType,
  readYesNo,
  withoutUndefined,
} from "./v2-form-fields.ts";

/** Characters; more than on create, as published. */
const MAX_TITLE = 255;

/** Reads an update form against the event as it is; names everything that is wrong in one refusal. */
export async function readEventChanges(db: Db, event: Selectable<Events>, form: Fields): Promise<EventChanges> {
  const faults: string[] = [];
  const timeZone = readTimeZone(form, faults);
  const changes = withoutUndefined({
    title: readTitle(form, MAX_TITLE, faults),
    type: readTypeChange(event, form, faults),
    ...readLanguageChange(event, form, faults),
    timeZone,
    startsAt: readStart(form, timeZone ?? event.timeZone, faults) ?? moveToZone(event, timeZone, faults),
    durationMinutes: readDuration(form, faults),
    promotionalSummary: one(form, "promotionalsummary"),
    campaignCode: one(form, "campaigncode"),
    isArchiveAvailable: readYesNo(form, "archiveavailable", faults),
    isRegistrationOpen: readYesNo(form, "enableregistration", faults),
    campaignTags: readCampaignTags(form, faults),
    accountTagIds: await readAccountTagIds(db, event.clientId, form, faults),
  });
  if (faults.length > 0) fail("event.invalid", { faults: faults.join("; ") });
  return changes;
}

/** Clients send back what they read, so what stays the same is no fault, also where nothing else can be chosen. */
function readTypeChange(event: Selectable<Events>, form: Fields, faults: string[]): string | undefined {
  return one(form, "eventtype")?.toLowerCase() === event.type.toLowerCase() ? event.type : readType(form, faults);
}

/**
 * A language alone is that language without a country, as on create; where it must have one, the event's present country
 * counts when it belongs to the same language. A country alone joins the present language.
 */
function readLanguageChange(
  event: Selectable<Events>,
  form: Fields,
  faults: string[],
): { languageCode?: string; countryCode?: string | null } {
  const languageCode = one(form, "languagecd");
  const countryCode = one(form, "countrycd");
  if (languageCode === undefined && countryCode === undefined) return {};
  const isSame = languageCode === undefined || languageCode.toLowerCase() === event.languageCode;
  const present =
    isSame && countryCode === undefined ? findLanguage(event.languageCode, event.countryCode ?? "") : undefined;
  const language = findLanguage(languageCode ?? event.languageCode, countryCode) ?? present;
  if (!language) {
    faults.push("languagecd and countrycd are not a pair of /languages");
    return {};
  }
  return { languageCode: language.languageCode, countryCode: language.countryCode ?? null };
}

/** Another zone without another start: the event keeps its time of day, by the clocks of the new zone. */
function moveToZone(event: Selectable<Events>, timeZone: string | undefined, faults: string[]): Date | undefined {
  if (timeZone === undefined || timeZone === event.timeZone) return undefined;
  const local = DateTime.fromJSDate(event.startsAt, { zone: event.timeZone });
  const moved = local.setZone(timeZone, { keepLocalTime: true });
  if (moved.hour !== local.hour || moved.minute !== local.minute) faults.push("livestart does not exist in timezone");
  return moved.toJSDate();
}
