import type { Selectable, Updateable } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { ChatLines } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { insertAsked } from "../questions/ask-questions.ts";
import { listSettings } from "../questions/settings.ts";
import { tell } from "../room/room-log.ts";
import { chatChanges } from "./changes.ts";
import { forAudience, isVisible } from "./present.ts";
import { findPinned, listByIds } from "./queries.ts";
import { tellLines } from "./tell-lines.ts";

/** A line of a room's chat, and who of the team does something with it. */
export interface Handling extends RoomKey {
  readonly lineId: number;
  readonly presenterId: number;
  readonly at: Date;
}

/** Lets a line through that waited for it. */
export async function showLine(db: Db, handling: Handling): Promise<void> {
  await inTransaction(db, async (tx) => {
    const line = await lockLine(tx, handling);
    await change(tx, handling, line, { isShown: true });
  });
}

/** Takes a line away from everybody, at once; the record keeps it, with who deleted it. */
export async function deleteLine(db: Db, handling: Handling): Promise<void> {
  const { clientId, eventId, lineId, presenterId, at } = handling;
  await inTransaction(db, async (tx) => {
    const line = await lockLine(tx, handling);
    const { numUpdatedRows } = await tx
      .updateTable("groupChats")
      .set({ pinnedLineId: null })
      .where("clientId", "=", clientId)
      .where("pinnedLineId", "=", lineId)
      .executeTakeFirst();
    const happening = { clientId, eventId, subjectId: lineId, actor: `presenter:${presenterId}` };
    await chatChanges.record(tx, "chat-line.deleted", happening);
    await change(tx, handling, line, { deletedAt: at, deletedBy: presenterId });
    if (numUpdatedRows > 0) await tellPinned(tx, handling);
  });
}

/** Brings a deleted line back to where it was; one of somebody who was forgotten meanwhile stays away. */
export async function restoreLine(db: Db, handling: Handling): Promise<void> {
  const { clientId, eventId, lineId, presenterId } = handling;
  await inTransaction(db, async (tx) => {
    const line = await lockLine(tx, handling, { isDeleted: true });
    if (line.text === null) fail("chat.unknownLine", { lineId });
    const happening = { clientId, eventId, subjectId: lineId, actor: `presenter:${presenterId}` };
    await chatChanges.record(tx, "chat-line.restored", happening);
    await change(tx, handling, line, { deletedAt: null, deletedBy: null });
  });
}

/** Keeps one line before everybody's eyes, instead of the one before; null for none. */
export async function pinLine(db: Db, { lineId, ...by }: Omit<Handling, "lineId"> & { lineId: number | null }) {
  const { clientId, eventId } = by;
  await inTransaction(db, async (tx) => {
    if (lineId !== null && !isVisible(await lockLine(tx, { ...by, lineId }))) fail("chat.unknownLine", { lineId });
    await tx
      .insertInto("groupChats")
      .values({ clientId, eventId, pinnedLineId: lineId })
      .onConflict((conflict) => conflict.columns(["clientId", "eventId"]).doUpdateSet({ pinnedLineId: lineId }))
      .execute();
    await tellPinned(tx, { clientId, eventId });
  });
}

/** Makes a question of what somebody of the audience said, once, as if they had asked it now; answers its id. */
export async function makeQuestion(db: Db, handling: Handling): Promise<number> {
  const { clientId, eventId, lineId, at } = handling;
  return inTransaction(db, async (tx) => {
    const line = await lockLine(tx, handling);
    const { registrantId, text, questionId: known } = line;
    if (known !== null) return known;
    if (registrantId === null || text === null) return fail("chat.noQuestion", { lineId });
    const ask = { clientId, eventId, registrantId, text, isAnonymous: false, at };
    const asked = await insertAsked(tx, [ask], await listSettings(tx, [{ clientId, eventId }]));
    const questionId = asked.get(registrantId) ?? fail("chat.noQuestion", { lineId });
    await change(tx, handling, line, { questionId });
    return questionId;
  });
}

async function change(
  tx: Db,
  { clientId, lineId }: Handling,
  before: Selectable<ChatLines>,
  changes: Updateable<ChatLines>,
): Promise<void> {
  await tx.updateTable("chatLines").set(changes).where("clientId", "=", clientId).where("id", "=", lineId).execute();
  await tellLines(tx, await listByIds(tx, [clientId], [lineId]), isVisible(before));
}

async function tellPinned(tx: Db, { clientId, eventId }: RoomKey): Promise<void> {
  const room = { clientId, eventId };
  const row = await findPinned(tx, room);
  const about = typeof row?.registrantId === "number" ? { registrantId: row.registrantId } : {};
  const body = { line: row ? forAudience(row) : null };
  await tell(tx, [{ room, to: "everybody", kind: "chat.pinned", body, ...about }]);
}

/** What is deleted can only be brought back; what was said in practice is beyond anybody's reach. */
async function lockLine(
  tx: Db,
  { clientId, eventId, lineId }: Handling,
  { isDeleted } = { isDeleted: false },
): Promise<Selectable<ChatLines>> {
  const line = await tx
    .selectFrom("chatLines")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", lineId)
    .where("deletedAt", isDeleted ? "is not" : "is", null)
    .where("isPractice", "=", false)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return line ?? fail("chat.unknownLine", { lineId });
}
