import { fail } from "../../../errors.ts";
import { type Fields, many, one, oneEmail } from "../../../http/forms.ts";
import { isBlank } from "../../../lib/blanks.ts";
import { readYesNo } from "../../../lib/yes-no.ts";
import type { PersonRules } from "./form/check-person.ts";
import { type Field, findFieldByWireName, type Person } from "./form/fields.ts";
import type { RegistrationField } from "./form/registration-field.ts";

/** What a form tells of a person. */
export function readPerson(form: Fields, page: readonly RegistrationField[]): Person {
  const person: Person = {};
  for (const wireName of Object.keys(form)) {
    const field = findFieldByWireName(wireName);
    const value = field && readField(form, field, page);
    if (field && value !== undefined) person[field.name] = value;
  }
  return person;
}

function readField(form: Fields, { name, wireName }: Field, page: readonly RegistrationField[]): string | undefined {
  if (name === "email") return oneEmail(form, wireName);
  const isRepeated = Array.isArray(form[wireName]);
  const isMultiple = isRepeated && page.some(({ field, type }) => field === name && type === "multiselect");
  return isMultiple ? many(form, wireName).join(", ") : one(form, wireName);
}

/** Whether the page's required fields and options count. */
export function readRules(query: Fields): PersonRules {
  return {
    isRequiredHonored: readStrictFlag(query, "honorrequired") ?? true,
    areOptionsHonored: readStrictFlag(query, "honorvalidation") ?? true,
    onInvalid: "refuse",
  };
}

/** Yes or no; what says neither is refused, as published for these. */
export function readStrictFlag(fields: Fields, name: string): boolean | undefined {
  const text = one(fields, name) ?? "";
  return isBlank(text) ? undefined : (readYesNo(text) ?? fail("parameter.invalid", { name }));
}
