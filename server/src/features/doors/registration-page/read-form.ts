import { Refusal } from "../../../errors.ts";
import { yesNo } from "../../../http/flags.ts";
import { type Fields, many, one, oneEmail } from "../../../http/forms.ts";
import { isBlank } from "../../../lib/blanks.ts";
import { asciiDigits, digitsOf, isNumber } from "../../../lib/digits.ts";
import { isEmailAddress } from "../../../lib/email-address.ts";
import { readYesNo } from "../../../lib/yes-no.ts";
import { checkPerson, type PersonRules } from "../../admission/registration/form/check-person.ts";
import { type FieldName, fieldOf, type Person } from "../../admission/registration/form/fields.ts";
import { isBox, LEAST_PHONE_DIGITS } from "../../admission/registration/form/read-values.ts";
import type { RegistrationField } from "../../admission/registration/form/registration-field.ts";

/** Where somebody came from: taken from the address of the page, whatever the page asks. */
export const tracedFields: readonly FieldName[] = [
  "partnerRef",
  "utmSource",
  "utmMedium",
  "utmCampaign",
  "utmTerm",
  "utmContent",
];

/** What a form tells of a person: only what the page asks, and where the person came from. */
export function readGiven(form: Fields, page: readonly RegistrationField[]): Person {
  const person: Person = {};
  const names = new Set<FieldName>([...page.map(({ field }) => field as FieldName), ...tracedFields]);
  for (const name of names) {
    const value = readOne(form, name, page.find(({ field }) => field === name)?.type);
    if (value !== undefined && !isBlank(value)) person[name] = value.trim();
  }
  return person;
}

function readOne(form: Fields, name: FieldName, type: string | undefined): string | undefined {
  const { wireName } = fieldOf(name);
  if (name === "email") return oneEmail(form, wireName);
  if (isBox(type)) return readBox(one(form, wireName));
  return type === "multiselect" ? many(form, wireName).join(", ") || undefined : one(form, wireName);
}

/** What says neither yes nor no is as good as not ticked. */
function readBox(value = ""): string | undefined {
  const isTicked = readYesNo(value);
  return isTicked === undefined ? undefined : yesNo(isTicked);
}

/** The same of the address of a page, to begin with. Nobody has consented by following a link. */
export function readPrefill(query: Fields, page: readonly RegistrationField[]): Person {
  const person = readGiven(query, page);
  for (const { field, type } of page) if (type === "consent") delete person[field as FieldName];
  return person;
}

/** A box that is not ticked is not sent: it says no. */
export function withUntickedBoxes(given: Person, page: readonly RegistrationField[]): Person {
  const unticked: Person = {};
  for (const { field, type } of page) if (isBox(type)) unticked[field as FieldName] = "N";
  return { ...unticked, ...given };
}

export const rulesOfPage: PersonRules = { isRequiredHonored: true, areOptionsHonored: true, onInvalid: "refuse" };

export type Fault = "missing" | "box" | "email" | "phone" | "option" | "other";

/** What is wrong with each field, all at once, by the rules that decide at the end too. */
export function findFaults(given: Person, page: readonly RegistrationField[]): Map<FieldName, Fault> {
  const faults = new Map<FieldName, Fault>();
  for (const field of page) {
    const name = field.field as FieldName;
    const value = given[name];
    const isMissing = value === undefined || (isBox(field.type) && value === "N");
    if (isMissing) {
      if (field.isRequired || name === "email") faults.set(name, missingFault(field));
    } else if (!isAccepted(field, value)) faults.set(name, faultOf(name, field));
  }
  return faults;
}

function missingFault({ type, options }: RegistrationField): Fault {
  if (isBox(type)) return "box";
  return options === null ? "missing" : "option";
}

/** What the page itself asks of a value, beside what every door asks of the field. */
function isValid({ validation }: RegistrationField, value: string): boolean {
  if (validation === "email") return isEmailAddress(value);
  if (validation === "phone") return digitsOf(value).length >= LEAST_PHONE_DIGITS;
  return validation !== "number" || isNumber(asciiDigits(value));
}

function isAccepted(field: RegistrationField, value: string): boolean {
  if (!isValid(field, value)) return false;
  try {
    checkPerson([field], { [field.field]: value }, { ...rulesOfPage, isRequiredHonored: false });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function faultOf(name: FieldName, { options, validation }: RegistrationField): Fault {
  if (name === "email" || validation === "email") return "email";
  if (name === "workPhone" || name === "homePhone" || validation === "phone") return "phone";
  return options === null ? "other" : "option";
}
