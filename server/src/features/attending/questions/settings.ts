import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { tell } from "../room/room-log.ts";
import { questionChanges } from "./changes.ts";

export interface QuestionSettings {
  readonly isOpen: boolean;
  readonly isModerated: boolean;
  readonly isAnonymityAllowed: boolean;
}

/** Of events that nobody has set otherwise. */
const usual: QuestionSettings = { isOpen: true, isModerated: true, isAnonymityAllowed: false };

export async function readSettings(db: Db, { clientId, eventId }: RoomKey): Promise<QuestionSettings> {
  return (await listSettings(db, [{ clientId, eventId }]))(eventId);
}

/** The settings of several events, by event. */
export async function listSettings(db: Db, rooms: readonly RoomKey[]): Promise<(eventId: number) => QuestionSettings> {
  const clientIds = rooms.map(({ clientId }) => clientId);
  const eventIds = rooms.map(({ eventId }) => eventId);
  const { rows } = await sql<{ eventId: number } & QuestionSettings>`
    select distinct s.event_id, s.is_open, s.is_moderated, s.is_anonymity_allowed from question_settings s
    join unnest(${clientIds}::bigint[], ${eventIds}::bigint[]) as r (client_id, event_id) using (client_id, event_id)`.execute(
    db,
  );
  const known = new Map(rows.map(({ eventId, ...settings }) => [eventId, settings]));
  return (eventId) => known.get(eventId) ?? usual;
}

/** Says how an event takes questions from now on, and tells its room. What was let through stays so. */
export async function setSettings(
  db: Db,
  { clientId, eventId, actor }: RoomKey & { actor: string },
  { isOpen, isModerated, isAnonymityAllowed }: QuestionSettings,
): Promise<void> {
  const settings = { isOpen, isModerated, isAnonymityAllowed };
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto("questionSettings")
      .values({ clientId, eventId, ...settings })
      .onConflict((conflict) => conflict.columns(["clientId", "eventId"]).doUpdateSet(settings))
      .execute();
    await questionChanges.record(tx, "questions.set", { clientId, eventId, actor });
    const room = { clientId, eventId };
    await tell(tx, [{ room, to: "everybody", kind: "questions.settings", body: settings }]);
  });
}

export async function copySettings(tx: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    insert into question_settings (client_id, event_id, is_open, is_moderated, is_anonymity_allowed)
    select client_id, ${toId}, is_open, is_moderated, is_anonymity_allowed
    from question_settings where client_id = ${clientId} and event_id = ${fromId}`.execute(tx);
}
