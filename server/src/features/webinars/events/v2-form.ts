import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { OperationCall } from "../../../http/v2/dialect.ts";
import { formParameter, parameters } from "../../../http/v2/parameters.ts";
import { MAX_TITLE, type NewEvent } from "./create-event.ts";
import * as fields from "./v2-form-fields.ts";

/** What creating and copying take. */
export const createForm = parameters({
  timeZone: fields.timeZone,
  title: formParameter.shortText("title", MAX_TITLE),
  type: fields.eventType,
  language: fields.language,
  startIn: fields.startIn,
  durationMinutes: fields.durationMinutes,
  abstract: formParameter.text("eventabstract", "What the webinar is about"),
  promotionalSummary: fields.promotionalSummary,
  venue: formParameter.text("venue", "Name of the venue"),
  address: formParameter.text("address", "Address of the venue"),
  campaignCode: fields.campaignCode,
  isArchiveAvailable: fields.isArchiveAvailable,
  isTest: formParameter.yesNo("testevent", "Only a test"),
  isHybrid: formParameter.yesNo("hybrid", "Also at a venue"),
  campaignTags: fields.campaignTags,
  accountTags: fields.accountTags,
});

/** Reads a create form; names everything that is wrong in one refusal. */
export async function readNewEvent(db: Db, call: OperationCall): Promise<NewEvent> {
  const required = ["title", "eventtype", "languagecd", "livestart", "liveduration", "timezone"];
  return (await readForm(db, call, { required, timeZone: "America/Los_Angeles" })) as NewEvent;
}

/** Reads what a copy changes; start and duration must be given. The source's time zone counts for a start without one. */
export async function readCopyChanges(
  db: Db,
  call: OperationCall,
  sourceTimeZone: string,
): Promise<Partial<NewEvent> & Pick<NewEvent, "startsAt" | "durationMinutes">> {
  const required = ["livestart", "liveduration"];
  const changes = await readForm(db, call, { required, timeZone: sourceTimeZone });
  return changes as Partial<NewEvent> & Pick<NewEvent, "startsAt" | "durationMinutes">;
}

async function readForm(
  db: Db,
  call: OperationCall,
  { required, timeZone: fallbackZone }: { required: readonly string[]; timeZone: string },
): Promise<Partial<NewEvent>> {
  const faults: string[] = [];
  const { language, startIn, accountTags, ...event } = await createForm.read(call.form, { ...call, faults });
  const startsAt = startIn?.(event.timeZone ?? fallbackZone);
  for (const name of required) if (one(call.form, name) === undefined) faults.push(`${name} is missing`);
  const accountTagIds = await fields.readAccountTagIds(db, call.client.id, accountTags, faults);
  if (faults.length > 0) fail("event.invalid", { faults: faults.join("; ") });
  return fields.withoutUndefined({ ...event, ...language, startsAt, accountTagIds });
}
