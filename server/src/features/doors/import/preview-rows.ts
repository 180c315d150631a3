import type { Db } from "../../../db/database.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { findGate } from "../../admission/registration/gates/gates.ts";
import { previewAdmission } from "../../admission/registration/preview-admission.ts";
import { outcomeOf, refusedOutcome } from "./outcome.ts";
import { countSeatsTaken, listKnownPeople } from "./preview-queries.ts";
import type { Import } from "./queries.ts";
import { addressOf, keyOfRow, rulesOf } from "./row-person.ts";
import type { WaitingRow, WorkedRow } from "./row-queries.ts";

/**
 * Tells what importing rows would do, in their order, as things stand now: each gate is asked, and each row that would
 * get a seat takes one from those that follow.
 */
export function createPreview(db: Db, anImport: Import) {
  let seatsTaken: number | undefined;
  return async (event: AdmissionEvent, rows: readonly WaitingRow[]): Promise<WorkedRow[]> => {
    const known = await listKnownPeople(
      db,
      anImport,
      rows.map((row) => keyOfRow(row) ?? ""),
    );
    if (findGate(event, "capacity", "import")) seatsTaken ??= await countSeatsTaken(db, anImport);
    const worked: WorkedRow[] = [];
    for (const row of rows) {
      const person = known.get(keyOfRow(row) ?? "");
      try {
        addressOf(row);
        const admission = { door: "import" as const, event, given: row.given, rules: rulesOf(anImport) };
        const standing = { current: person?.status, seatsTaken: seatsTaken ?? 0 };
        const status = await previewAdmission(admission, standing);
        if (status === "active" && person?.status !== "active" && seatsTaken !== undefined) seatsTaken++;
        const registrantId = person?.registrantId ?? null;
        worked.push(outcomeOf(row, { eventId: event.id, status, isNew: person === undefined, registrantId }));
      } catch (error) {
        worked.push(refusedOutcome(row, error));
      }
    }
    return worked;
  };
}
