import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { type Fields, one } from "../../../http/v2/forms.ts";
import { MAX_TITLE, type NewEvent } from "./create-event.ts";
import {
  readAccountTagIds,
  readCampaignTags,
  readDuration,
  readLanguage,
  readStart,
  readTimeZone,
  readTitle,
  readType,
  readYesNo,
  withoutUndefined,
} from "./v2-form-fields.ts";

/** Reads a create form; names everything that is wrong in one refusal. */
export async function readNewEvent(db: Db, clientId: number, form: Fields): Promise<NewEvent> {
  const required = ["title", "eventtype", "languagecd", "livestart", "liveduration", "timezone"];
  return (await readForm(db, clientId, form, { required, timeZone: "America/Los_Angeles" })) as NewEvent;
}

/** Reads what a copy changes; start and duration must be given. The source's time zone counts for a start without one. */
export async function readCopyChanges(
  db: Db,
  clientId: number,
  form: Fields,
  sourceTimeZone: string,
): Promise<Partial<NewEvent> & Pick<NewEvent, "startsAt" | "durationMinutes">> {
  const required = ["livestart", "liveduration"];
  const changes = await readForm(db, clientId, form, { required, timeZone: sourceTimeZone });
  return changes as Partial<NewEvent> & Pick<NewEvent, "startsAt" | "durationMinutes">;
}

async function readForm(
  db: Db,
  clientId: number,
  form: Fields,
  { required, timeZone }: { required: readonly string[]; timeZone: string },
): Promise<Partial<NewEvent>> {
  const faults: string[] = [];
  const event = readFields(form, timeZone, faults);
  for (const name of required) if (one(form, name) === undefined) faults.push(`${name} is missing`);
  const accountTagIds = await readAccountTagIds(db, clientId, form, faults);
  if (faults.length > 0) fail("event.invalid", { faults: faults.join("; ") });
  return { ...event, ...(accountTagIds && { accountTagIds }) };
}

function readFields(form: Fields, fallbackZone: string, faults: string[]): Partial<NewEvent> {
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
    title: readTitle(form, MAX_TITLE, faults),
    type: readType(form, faults),
    ...readLanguage(form, faults),
    timeZone,
    startsAt: readStart(form, timeZone ?? fallbackZone, faults),
    durationMinutes: readDuration(form, faults),
    isArchiveAvailable: readYesNo(form, "archiveavailable", faults),
    isTest: readYesNo(form, "testevent", faults),
    isHybrid: readYesNo(form, "hybrid", faults),
    campaignTags: readCampaignTags(form, faults),
  });
}
