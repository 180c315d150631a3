import { fail } from "../../../../errors.ts";
import { countryNames, findCountry } from "../../../base/lookups/countries.ts";
import type { FieldName, Person } from "./fields.ts";
import { type MaxLengths, readValues } from "./read-values.ts";
import type { RegistrationField } from "./registration-field.ts";

export interface PersonRules {
  /** Whether fields that the page requires must be there. */
  readonly isRequiredHonored: boolean;
  /** Whether fields with options must hold one of them. */
  readonly areOptionsHonored: boolean;
  /**
   * What becomes of a value that its field cannot have. Nobody stands before a webhook to correct it: there, half a phone
   * number is left out rather than refused together with the person. An address is refused everywhere.
   */
  readonly onInvalid: "refuse" | "leave-out";
  /** Characters kept of fields where the door keeps others than the compatible API does. */
  readonly maxLengths?: MaxLengths;
}

/** Brings what a person gave into the form it is stored in, or refuses it by the event's registration page. */
export function checkPerson(page: readonly RegistrationField[], given: Person, rules: PersonRules): Person {
  const kindOf = (name: FieldName) => page.find(({ field }) => field === name);
  const { person, invalid } = readValues(given, kindOf, rules.maxLengths);
  if (rules.areOptionsHonored) invalid.push(...chooseOptions(page, person));
  if (rules.isRequiredHonored) requireFields(page, [...(Object.keys(person) as FieldName[]), ...invalid]);
  const refused = invalid.find((name) => name === "email" || rules.onInvalid === "refuse");
  if (refused !== undefined) fail("registrant.fieldInvalid", { field: refused.toLowerCase() });
  return person;
}

function requireFields(page: readonly RegistrationField[], given: readonly FieldName[]): void {
  // Without an address there is nobody to register, whatever the page says.
  const required = ["email", ...page.flatMap(({ field, isRequired }) => (isRequired ? [field] : []))];
  const missing = required.find((field) => !(given as readonly string[]).includes(field));
  if (missing !== undefined) fail("registrant.fieldMissing", { field: missing.toLowerCase() });
}

/** Puts the page's own words for what was chosen; takes out, and answers, what is on no list. */
function chooseOptions(page: readonly RegistrationField[], person: Person): FieldName[] {
  const invalid: FieldName[] = [];
  for (const { field, type, options } of page) {
    const name = field as FieldName;
    const value = person[name];
    if (value === undefined || options === null) continue;
    const given = type === "multiselect" ? value.split(",").map((one) => one.trim()) : [value];
    const chosen = given.map((one) => findOption(name, options, one));
    if (chosen.includes(undefined)) {
      delete person[name];
      invalid.push(name);
    } else person[name] = chosen.join(", ");
  }
  return invalid;
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
