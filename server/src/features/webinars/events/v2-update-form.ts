import type { Selectable } from "kysely";
import { DateTime } from "luxon";
import type { Db } from "../../../db/database.ts";
import type { Events } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { type Fields, one } from "../../../http/forms.ts";
import type { OperationCall } from "../../../http/v2/dialect.ts";
import { type FormAsked, type FormParameter, formParameter, parameters } from "../../../http/v2/parameters.ts";
import { findLanguage } from "../../base/lookups/languages.ts";
import type { EventChanges } from "./update-event.ts";
import * as fields from "./v2-form-fields.ts";

/** Characters; more than on create, as published. */
const MAX_TITLE = 255;

/** What stays the same is no fault here: read against the event, by the functions below. */
const readLater = <T>({ properties }: FormParameter<T>): FormParameter<undefined> => ({
  properties,
  read: () => undefined,
});

export const updateForm = parameters({
  timeZone: fields.timeZone,
  title: formParameter.shortText("title", MAX_TITLE),
  type: readLater(fields.eventType),
  language: readLater(fields.language),
  startIn: fields.startIn,
  durationMinutes: fields.durationMinutes,
  promotionalSummary: fields.promotionalSummary,
  campaignCode: fields.campaignCode,
  isArchiveAvailable: fields.isArchiveAvailable,
  isRegistrationOpen: formParameter.yesNo("enableregistration", "Open to new registrants"),
  campaignTags: fields.campaignTags,
  accountTags: fields.accountTags,
});

/** Reads an update form against the event as it is; names everything that is wrong in one refusal. */
export async function readEventChanges(db: Db, event: Selectable<Events>, call: OperationCall): Promise<EventChanges> {
  const { form } = call;
  const faults: string[] = [];
  const asked = { ...call, faults };
  const { startIn, accountTags, ...read } = await updateForm.read(form, asked);
  const changes = fields.withoutUndefined({
    ...read,
    type: await readTypeChange(event, form, asked),
    ...readLanguageChange(event, form, faults),
    startsAt: startIn?.(read.timeZone ?? event.timeZone) ?? moveToZone(event, read.timeZone, faults),
    accountTagIds: await fields.readAccountTagIds(db, event.clientId, accountTags, faults),
  });
  if (faults.length > 0) fail("event.invalid", { faults: faults.join("; ") });
  return changes as EventChanges;
}

/** Clients send back what they read, so what stays the same is no fault, also where nothing else can be chosen. */
async function readTypeChange(event: Selectable<Events>, form: Fields, asked: FormAsked): Promise<string | undefined> {
  return one(form, "eventtype")?.toLowerCase() === event.type.toLowerCase()
    ? event.type
    : fields.eventType.read(form, asked);
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
