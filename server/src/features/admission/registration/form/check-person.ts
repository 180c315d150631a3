import { fail } from "../../../../errors.ts";
import { readEmailAddress } from "../../../../lib/email-address.ts";
import { countryNames, findCountry } from "../../../base/lookups/countries.ts";
import { type FieldName, fieldOf, namesOfPerson, type Person } from "./fields.ts";
import type { RegistrationField } from "./registration-field.ts";

export interface PersonRules {
  /** Whether fields that the page requires must be there. */
  isRequiredHonored: boolean;
  /** Whether fields with options must hold one of them. */
  areOptionsHonored: boolean;
  /** Characters kept of fields where the door keeps others than the compatible API does. */
  maxLengths?: Readonly<Partial<Record<FieldName, number>>>;
}

/** Length that fits every address (RFC 5321 allows 254, the compatible API keeps 100 and cutting would change whose it is). */
const MAX_EMAIL = 100;

/** Brings what a person gave into the form it is stored in, or refuses it by the event's registration page. */
export function checkPerson(page: readonly RegistrationField[], given: Person, rules: PersonRules): Person {
  if (rules.isRequiredHonored) requireFields(page, given);
  const person = trimPerson(given, rules.maxLengths);
  if (rules.areOptionsHonored) checkOptions(page, person);
  formatPhone(person, "workPhone");
  formatPhone(person, "homePhone");
  if (person.eventEmail) person.eventEmail = person.eventEmail.toUpperCase();
  if (person.marketingEmail) person.marketingEmail = person.marketingEmail.toUpperCase();
  return person;
}

function requireFields(page: readonly RegistrationField[], given: Person): void {
  // Without an address there is nobody to register, whatever the page says.
  if (given.email === undefined) fail("registrant.fieldMissing", { field: "email" });
  for (const { field, isRequired } of page)
    if (isRequired && given[field as FieldName] === undefined)
      fail("registrant.fieldMissing", { field: field.toLowerCase() });
}

/** Brings what is known of a person into the form it is stored in, whatever a page would say; only the address is checked. */
export function trimPerson(given: Person, maxLengths: PersonRules["maxLengths"] = {}): Person {
  const person: Person = {};
  for (const name of namesOfPerson(given))
    person[name] =
      name === "email"
        ? readAddress(given.email ?? "")
        : cut(given[name] ?? "", maxLengths[name] ?? fieldOf(name).maxLength);
  return person;
}

function readAddress(given: string): string {
  const address = readEmailAddress(given);
  return address && address.text.length <= MAX_EMAIL ? address.text : refuse("email");
}

/** Cuts between characters, never inside one. */
function cut(value: string, maxLength: number): string {
  return value.length <= maxLength ? value : [...value].slice(0, maxLength).join("");
}

function checkOptions(page: readonly RegistrationField[], person: Person): void {
  for (const { field, type, options } of page) {
    const name = field as FieldName;
    const value = person[name];
    if (value === undefined || options === null) continue;
    const chosen = type === "multiselect" ? value.split(",").map((one) => one.trim()) : [value];
    person[name] = chosen.map((one) => findOption(name, options, one) ?? refuse(name)).join(", ");
  }
}

function findOption(name: FieldName, options: readonly string[], value: string): string | undefined {
  if (name === "country" && options.length === 0) return findCountry(value);
  return (
    options.find((option) => option === value) ?? options.find((option) => option.toLowerCase() === value.toLowerCase())
  );
}

/** The options that a page shows for a field. */
export function optionsOf({ field, options }: RegistrationField): readonly string[] | undefined {
  if (options === null) return undefined;
  return field === "country" && options.length === 0 ? countryNames : options;
}

const MIN_PHONE_DIGITS = 7;

/** Digits only; 7 and 10 of them in the usual groups. */
function formatPhone(person: Person, name: "workPhone" | "homePhone"): void {
  const value = person[name];
  if (value === undefined) return;
  const digits = value.replace(/\D/g, "");
  if (digits.length < MIN_PHONE_DIGITS) refuse(name);
  if (digits.length === 7) person[name] = digits.replace(/(\d{3})(\d{4})/, "$1-$2");
  else if (digits.length === 10) person[name] = digits.replace(/(\d{3})(\d{3})(\d{4})/, "($1)-$2-$3");
  else person[name] = digits;
}

function refuse(name: FieldName): never {
  fail("registrant.fieldInvalid", { field: name.toLowerCase() });
}
