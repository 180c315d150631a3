import { findFlag, yesNo } from "../../../http/v2/flags.ts";
import { type Fields, many, one, oneEmail } from "../../../http/v2/forms.ts";
import type { FieldName, Person } from "../../admission/registration/form/fields.ts";
import type { RegistrationField } from "../../admission/registration/form/registration-field.ts";
import { type Source, sentNamesOf } from "./payload-names.ts";
import type { Sent } from "./read-sent.ts";

/** What was sent of a person, whatever the event's page asks. */
export function readPerson({ fields }: Sent, source: Source, page: readonly RegistrationField[]): Person {
  const person: Person = {};
  for (const [field, sentNames] of sentNamesOf(source)) {
    const value = firstValue(fields, field, sentNames, page);
    if (value !== undefined) person[field] = value;
  }
  return person;
}

function firstValue(
  fields: Fields,
  field: FieldName,
  sentNames: readonly string[],
  page: readonly RegistrationField[],
): string | undefined {
  for (const name of sentNames) {
    const value = readValue(fields, field, name, page);
    if (value !== undefined) return value;
  }
  return undefined;
}

function readValue(
  fields: Fields,
  field: FieldName,
  name: string,
  page: readonly RegistrationField[],
): string | undefined {
  if (fields[name] === undefined) return undefined;
  if (field === "email") return oneEmail(fields, name);
  if (field === "marketingEmail" || field === "eventEmail") {
    const isWanted = findFlag(fields, name);
    return isWanted === undefined ? undefined : yesNo(isWanted);
  }
  const isMultiple = page.some((one) => one.field === field && one.type === "multiselect");
  const value = (isMultiple ? many(fields, name).join(", ") : one(fields, name))?.trim() || undefined;
  return isPhone(field) && !isDialable(value) ? undefined : value;
}

function isPhone(field: FieldName): boolean {
  return field === "workPhone" || field === "homePhone";
}

/** Nobody stands before a webhook to correct it: half a phone number is left out rather than refused with the person. */
function isDialable(value: string | undefined): boolean {
  return (value ?? "").replace(/\D/g, "").length >= 7;
}
