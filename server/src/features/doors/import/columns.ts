import { type FieldName, fieldOf, registrantFields } from "../../admission/registration/form/fields.ts";
import type { RegistrationField } from "../../admission/registration/form/registration-field.ts";

export type FindColumn = (header: string) => FieldName | undefined;

/**
 * Finds the field that a column's header means: by its name in the compatible API, by the caption on the event's
 * registration page, or by its usual caption. Letter case and punctuation do not count.
 */
export function createFindColumn(page: readonly RegistrationField[]): FindColumn {
  const byHeader = new Map<string, FieldName>([["emailaddress", "email"]]);
  // What comes later counts more.
  for (const { caption, name } of registrantFields) byHeader.set(keyOf(caption), name);
  for (const { caption, field } of page) byHeader.set(keyOf(caption), fieldOf(field as FieldName).name);
  for (const { wireName, name } of registrantFields) byHeader.set(wireName, name);
  byHeader.delete("");
  // Each line of JSON names its keys anew.
  const known = new Map<string, FieldName | undefined>();
  return (header) => {
    if (known.has(header)) return known.get(header);
    const name = byHeader.get(keyOf(header));
    if (known.size < MOST_KNOWN) known.set(header, name);
    return name;
  };
}

const MOST_KNOWN = 1_000;

function keyOf(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
