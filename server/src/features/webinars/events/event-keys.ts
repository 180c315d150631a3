import { randomBytes } from "node:crypto";
import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Events } from "../../../db/types.ts";
import { eventChanges } from "./changes.ts";
import { updateEventRow } from "./queries.ts";

/** What a key of an event's staff opens; none of them opens mails or shows people. */
export const keyPurposes = ["preview", "present", "report"] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** The column that holds it. */
export const keyColumns = { preview: "previewKey", present: "presentKey", report: "reportKey" } as const;

/** 32 upper-case hex digits. */
export function makeKey(): string {
  return randomBytes(16).toString("hex").toUpperCase();
}

/** Gives an event another key for a purpose, so that the addresses handed out before open nothing any more. */
export async function changeKey(
  db: Db,
  clientId: number,
  eventId: number,
  purpose: KeyPurpose,
  actor: string,
): Promise<Selectable<Events>> {
  const column = keyColumns[purpose];
  return inTransaction(db, async (tx) => {
    const changed = await updateEventRow(tx, clientId, eventId, { [column]: makeKey() });
    await eventChanges.record(tx, "event.key-changed", { clientId, eventId, actor, fields: [column] });
    return changed;
  });
}
