import type { Static } from "typebox";
import type { Import as ImportRecord } from "./queries.ts";
import type { ListedRow, RowOutcome } from "./row-queries.ts";
import type { Import, RowList } from "./schema.ts";

export function presentImport(record: ImportRecord): Static<typeof Import> {
  const { createdCount, updatedCount, waitingCount, refusedCount, invalidCount, rowCount } = record;
  const remaining = rowCount - createdCount - updatedCount - waitingCount - refusedCount - invalidCount;
  const hasBegun = createdCount + updatedCount + waitingCount + refusedCount > 0;
  // Between two steps it waits for its turn, which is of no interest here.
  const state = record.state === "received" && hasBegun ? "processing" : record.state;
  return {
    importId: record.id,
    eventId: record.eventId,
    dryRun: record.isDryRun,
    honorRequired: record.isRequiredHonored,
    honorValidation: record.areOptionsHonored,
    state: state as Static<typeof Import>["state"],
    ...(record.reason !== null && { reason: record.reason }),
    rows: rowCount,
    counts: {
      created: createdCount,
      updated: updatedCount,
      waiting: waitingCount,
      refused: refusedCount,
      invalid: invalidCount,
    },
    remaining,
    ignoredColumns: record.ignoredColumns,
    createdAt: record.createdAt.toISOString(),
    ...(record.endedAt && { endedAt: record.endedAt.toISOString() }),
    ...(record.deletedAt && { erasedAt: record.deletedAt.toISOString() }),
  };
}

export function presentRow(row: ListedRow): Static<typeof RowList>["rows"][number] {
  const { rowNumber, email, outcome, status, registrantId, code, reason } = row;
  return {
    row: rowNumber,
    ...(email !== null && { email }),
    ...(outcome !== null && { outcome: outcome as RowOutcome }),
    ...(status !== null && { status }),
    ...(registrantId !== null && { registrantId }),
    ...(code !== null && { code }),
    ...(reason !== null && { detail: reason }),
  };
}
