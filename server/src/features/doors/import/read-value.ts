import { Refusal } from "../../../errors.ts";
import { isBlank } from "../../../lib/blanks.ts";
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
      if (isBlank(text)) return;
      const value = text.trim();
      if (isKeepable(name, value)) given[name] = value;
      else fault ??= new Refusal("registrant.fieldInvalid", { field: fieldOf(name).wireName });
    },
    refuse(refusal: Refusal): void {
      fault ??= refusal;
    },
    read: (): ListedPerson => ({ given, ...(fault && { fault }) }),
  };
}

/** Whether a text can wait in a row. Rows are looked up by the address, so it must fit an index. */
function isKeepable(name: FieldName, value: string): boolean {
  return isStorableText(value) && (name !== "email" || value.length <= fieldOf(name).maxLength);
}
