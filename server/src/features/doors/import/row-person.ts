import { fail } from "../../../errors.ts";
import { emailKey } from "../../../lib/email-address.ts";
import type { PersonRules } from "../../admission/registration/form/check-person.ts";
import type { Person } from "../../admission/registration/form/fields.ts";
import type { Import } from "./queries.ts";

/** What a row of a list tells of somebody. */
interface Row {
  readonly given: Person;
}

/** Whatever the rules: without an address a person could not be told from the one of the same row imported again. */
export function addressOf({ given }: Row): string {
  return given.email ?? fail("registrant.fieldMissing", { field: "email" });
}

/** The same for all rows of one person; undefined for a row without an address. */
export function keyOfRow({ given }: Row): string | undefined {
  return given.email === undefined ? undefined : emailKey(given.email);
}

export function rulesOf({ isRequiredHonored, areOptionsHonored }: Import): PersonRules {
  return { isRequiredHonored, areOptionsHonored, onInvalid: "refuse" };
}

/** Rows up to the first whose address was there before: one person's rows come to the door one after the other. */
export function untilRepeated<Listed extends Row>(rows: readonly Listed[]): readonly Listed[] {
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const key = keyOfRow(row);
    if (key === undefined) continue;
    if (seen.has(key)) return rows.slice(0, index);
    seen.add(key);
  }
  return rows;
}
