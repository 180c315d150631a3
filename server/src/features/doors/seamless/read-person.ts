import { type Fields, many, one, oneEmail } from "../../../http/forms.ts";
import type { FieldName, Person } from "../../admission/registration/form/fields.ts";
import { readValue } from "../../admission/registration/form/read-values.ts";
import type { RegistrationField } from "../../admission/registration/form/registration-field.ts";
import { type Source, sentNamesOf } from "./payload-names.ts";
import type { Sent } from "./read-sent.ts";

/** What was sent of a person, whatever the event's page asks. */
export function readPerson({ fields }: Sent, source: Source, page: readonly RegistrationField[]): Person {
  const person: Person = {};
  for (const [field, sentNames] of sentNamesOf(source)) {
    const text = findText(fields, field, sentNames, page);
    if (text !== undefined) person[field] = text;
  }
  return person;
}

/** A field may be sent under several names: the first that holds a value of it counts, otherwise the first at all. */
function findText(
  fields: Fields,
  field: FieldName,
  sentNames: readonly string[],
  page: readonly RegistrationField[],
): string | undefined {
  const onPage = page.find((one) => one.field === field);
  const texts = sentNames.flatMap((name) => textOf(fields, field, name, onPage?.type === "multiselect") ?? []);
  return texts.length > 1 ? (texts.find((text) => isValue(field, text, onPage)) ?? texts[0]) : texts[0];
}

function textOf(fields: Fields, field: FieldName, name: string, isMultiple: boolean): string | undefined {
  if (fields[name] === undefined) return undefined;
  if (field === "email") return oneEmail(fields, name);
  return isMultiple ? many(fields, name).join(", ") : one(fields, name);
}

function isValue(field: FieldName, text: string, onPage: RegistrationField | undefined): boolean {
  return typeof readValue(field, text, onPage) === "object";
}
