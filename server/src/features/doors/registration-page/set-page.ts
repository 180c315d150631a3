import type { Static } from "typebox";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { type FieldName, fieldOf } from "../../admission/registration/form/fields.ts";
import type { RegistrationField } from "../../admission/registration/form/registration-field.ts";
import { insertRegistrationFields } from "../../admission/registration/form/registration-fields.ts";
import { lockEvent } from "../../webinars/events/queries.ts";
import { registrationPageChanges } from "./changes.ts";
import { deleteRegistrationFields, setEmbedOrigins, upsertSettings } from "./queries.ts";
import type { PageSettings } from "./schema.ts";

export type PageChange = Static<typeof PageSettings>;

/** Changes what a registration page asks and shows; what is not given stays. */
export async function setPage(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
  change: PageChange,
  actor: string,
): Promise<void> {
  const fields = change.fields?.map(toField);
  if (fields) checkFields(fields);
  await inTransaction(db, async (tx) => {
    (await lockEvent(tx, clientId, eventId)) ?? fail("event.unknown", { eventId });
    if (fields) {
      await deleteRegistrationFields(tx, clientId, eventId);
      await insertRegistrationFields(tx, clientId, eventId, fields);
    }
    const { banner, bannerText, intro, embedOrigins } = change;
    if (embedOrigins) await setEmbedOrigins(tx, clientId, eventId, embedOrigins);
    await upsertSettings(tx, clientId, eventId, {
      ...(banner !== undefined && { banner }),
      ...(bannerText !== undefined && { bannerText }),
      ...(intro !== undefined && { intro }),
    });
    await registrationPageChanges.record(tx, "registration-page.updated", {
      clientId,
      eventId,
      actor,
      fields: Object.keys(change),
    });
  });
}

function toField(field: NonNullable<PageChange["fields"]>[number]): RegistrationField {
  const validation = field.validation ?? (field.field === "email" ? "email" : "none");
  return { ...field, validation, options: field.options ?? null };
}

const lists = new Set(["listbox", "multiselect"]);

function checkFields(fields: readonly RegistrationField[]): void {
  const names = fields.map(({ field }) => field);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) refuse(`${twice} stands there twice`);
  const email = fields.find(({ field }) => field === "email");
  if (!email?.isRequired || email.type !== "textbox") refuse("email must be there, as a required textbox");
  for (const field of fields) {
    if (field.type === "hidden" && field.isRequired) refuse(`${field.field} is hidden, so nobody could fill it in`);
    checkOptions(field);
  }
}

function checkOptions({ field, type, options }: RegistrationField): void {
  const hasOptions = options !== null && (options.length > 0 || field === "country");
  if (lists.has(type) && !hasOptions) refuse(`${field} is a list and needs options`);
  if (!lists.has(type) && options !== null) refuse(`${field} has options and is no list`);
  if (options === null) return;
  const { maxLength } = fieldOf(field as FieldName);
  const isMultiple = type === "multiselect";
  // Several are stored in one text, with commas between them.
  if (isMultiple && options.some((option) => option.includes(","))) refuse(`${field} has an option with a comma`);
  const longest = isMultiple ? options.join(", ").length : Math.max(0, ...options.map(({ length }) => length));
  if (longest > maxLength) refuse(`${field} has options that are longer than the ${maxLength} characters it keeps`);
}

function refuse(faults: string): never {
  fail("body.invalid", { faults });
}
