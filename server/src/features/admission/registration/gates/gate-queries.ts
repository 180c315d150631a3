import { type Selectable, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Registrants } from "../../../../db/types.ts";
import type { EventGate } from "./event-gate.ts";

export interface EventKey {
  readonly clientId: number;
  readonly eventId: number;
}

export interface GateRow {
  readonly gate: string;
  readonly doors: string[];
  readonly settings: object;
}

export async function listGates(db: Db, { clientId, eventId }: EventKey): Promise<EventGate[]> {
  return db
    .selectFrom("eventGates")
    .select(["gate", "doors", "settings"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .execute();
}

export async function upsertGate(db: Db, { clientId, eventId }: EventKey, row: GateRow): Promise<void> {
  const values = { ...row, settings: JSON.stringify(row.settings), clientId, eventId };
  await db
    .insertInto("eventGates")
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(["clientId", "eventId", "gate"]).doUpdateSet({
        doors: row.doors,
        settings: values.settings,
        modifiedAt: sql`now()`,
      }),
    )
    .execute();
}

/** Answers whether there was one. */
export async function deleteGate(db: Db, { clientId, eventId }: EventKey, gate: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("eventGates")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("gate", "=", gate)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function setGuardsAllDoors(
  db: Db,
  { clientId, eventId }: EventKey,
  guardsAllDoors: boolean,
): Promise<void> {
  await db
    .updateTable("events")
    .set({ guardsAllDoors })
    .where("clientId", "=", clientId)
    .where("id", "=", eventId)
    .execute();
}

/** Who waits for a step that is not a seat, in the order they came, locked. */
export async function listWaitingSteps(tx: Db, { clientId, eventId }: EventKey): Promise<Selectable<Registrants>[]> {
  return tx
    .selectFrom("registrants")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("status", "in", ["unconfirmed", "pending"])
    .orderBy("createdAt")
    .orderBy("id")
    .forUpdate()
    .execute();
}
