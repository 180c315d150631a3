import { Refusal } from "../../../errors.ts";
import { isWaiting, type RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";
import type { WaitingRow, WorkedRow } from "./row-queries.ts";

/** What became, or would become, of somebody who was not refused. */
export function outcomeOf(
  { rowNumber }: WaitingRow,
  found: { eventId: number; status: RegistrantStatus; isNew: boolean; registrantId: number | null },
): WorkedRow {
  const { eventId, status, isNew, registrantId } = found;
  const row = { rowNumber, status, ...(registrantId !== null && { registrantId }) };
  // Staff has turned the person away, and a list does not overrule that.
  if (status === "denied") {
    const { code, message: reason } = new Refusal("admission.denied", { eventId });
    return { ...row, outcome: "refused", code, reason };
  }
  if (isWaiting(status)) return { ...row, outcome: "waiting" };
  return { ...row, outcome: isNew ? "created" : "updated" };
}

/** A gate keeps people out with 403; anything else is wrong with the row. Throws what is no refusal. */
export function refusedOutcome({ rowNumber }: WaitingRow, error: unknown): WorkedRow {
  if (!(error instanceof Refusal)) throw error;
  const { code, message: reason, status } = error;
  return { rowNumber, outcome: status === 403 ? "refused" : "invalid", code, reason };
}
