import { Refusal } from "../../../errors.ts";
import { findFlag, yesNo } from "../../../http/v2/flags.ts";
import { isStorableText } from "../../../lib/storable-text.ts";
import { type FieldName, fieldOf, type Person } from "../../admission/registration/form/fields.ts";

/** A row of a list: what it tells of a person, or why it tells nothing that can be used. */
export interface ListedPerson {
  readonly given: Person;
  readonly fault?: Refusal;
}

/** Gathers the cells of one row. */
export function createRowReader() {
  const given: Person = {};
  let fault: Refusal | undefined;
  return {
    set(name: FieldName, text: string): void {
      const value = text.trim();
      if (value === "") return;
      const read = readValue(name, value);
      if (read === undefined) fault ??= new Refusal("registrant.fieldInvalid", { field: fieldOf(name).wireName });
      else given[name] = read;
    },
    refuse(refusal: Refusal): void {
      fault ??= refusal;
    },
    read: (): ListedPerson => ({ given, ...(fault && { fault }) }),
  };
}

/** Undefined for what cannot be stored, for no address of anybody, and for a consent that says neither yes nor no: it is nobody's to guess. */
function readValue(name: FieldName, value: string): string | undefined {
  if (!isStorableText(value)) return undefined;
  // Rows are looked up by it, and cut it would be somebody else's.
  if (name === "email" && value.length > fieldOf(name).maxLength) return undefined;
  if (name !== "marketingEmail" && name !== "eventEmail") return value;
  const isGiven = findFlag({ consent: value }, "consent");
  return isGiven === undefined ? undefined : yesNo(isGiven);
}
