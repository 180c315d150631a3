import { Refusal } from "../../errors.ts";
import type { RegistrationField } from "../../http/v2/directory.ts";
import { type Fields, many, one, oneEmail } from "../../http/v2/forms.ts";
import { checkPerson } from "../registration/check-person.ts";
import { type FieldName, fieldOf, type Person } from "../registration/fields.ts";

/** Where somebody came from: taken from the address of the page, whatever the page asks. */
export const tracedFields: readonly FieldName[] = [
  "partnerRef",
  "utmSource",
  "utmMedium",
  "utmCampaign",
  "utmTerm",
  "utmContent",
];

/** What a form, or the address of a page, tells of a person: only what the page asks, and where the person came from. */
export function readGiven(form: Fields, page: readonly RegistrationField[]): Person {
  const person: Person = {};
  const names = new Set<FieldName>([...page.map(({ field }) => field as FieldName), ...tracedFields]);
  for (const name of names) {
    const value = readOne(form, name, page.find(({ field }) => field === name)?.type);
    if (value !== undefined && value.trim() !== "") person[name] = value.trim();
  }
  return person;
}

function readOne(form: Fields, name: FieldName, type: string | undefined): string | undefined {
  const { wireName } = fieldOf(name);
  if (name === "email") return oneEmail(form, wireName);
  return type === "multiselect" ? many(form, wireName).join(", ") || undefined : one(form, wireName);
}

/** A box that is not ticked is not sent: it says no. */
export function withUntickedBoxes(given: Person, page: readonly RegistrationField[]): Person {
  const unticked: Person = {};
  for (const { field, type } of page) if (isBox(type)) unticked[field as FieldName] = "N";
  return { ...unticked, ...given };
}

export function isBox(type: string): boolean {
  return type === "checkbox" || type === "consent";
}

export type Fault = "missing" | "email" | "phone" | "option" | "other";

/** What is wrong with each field, all at once, by the rules that decide at the end too. */
export function findFaults(given: Person, page: readonly RegistrationField[]): Map<FieldName, Fault> {
  const faults = new Map<FieldName, Fault>();
  for (const field of page) {
    const name = field.field as FieldName;
    const value = given[name];
    const isMissing = value === undefined || (isBox(field.type) && value === "N");
    if (isMissing) {
      if (field.isRequired || name === "email") faults.set(name, "missing");
    } else if (!isAccepted(field, value)) faults.set(name, faultOf(name, field));
  }
  return faults;
}

function isAccepted(field: RegistrationField, value: string): boolean {
  try {
    checkPerson([field], { [field.field]: value }, { isRequiredHonored: false, areOptionsHonored: true });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function faultOf(name: FieldName, { options }: RegistrationField): Fault {
  if (name === "email") return "email";
  if (name === "workPhone" || name === "homePhone") return "phone";
  return options === null ? "other" : "option";
}
