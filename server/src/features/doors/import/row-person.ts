import { fail } from "../../../errors.ts";
import type { PersonRules } from "../../admission/registration/form/check-person.ts";
import type { Import } from "./queries.ts";
import type { WaitingRow } from "./row-queries.ts";

/** Whatever the rules: without an address a person could not be told from the one of the same row imported again. */
export function addressOf({ given }: WaitingRow): string {
  return given.email ?? fail("registrant.fieldMissing", { field: "email" });
}

export function rulesOf({ isRequiredHonored, areOptionsHonored }: Import): PersonRules {
  return { isRequiredHonored, areOptionsHonored };
}

/** Rows up to the first whose address was there before: one person's rows come to the door one after the other. */
export function untilRepeated(rows: readonly WaitingRow[]): readonly WaitingRow[] {
  const seen = new Set<string>();
  for (const [index, { given }] of rows.entries()) {
    const email = given.email?.toLowerCase();
    if (email === undefined) continue;
    if (seen.has(email)) return rows.slice(0, index);
    seen.add(email);
  }
  return rows;
}
