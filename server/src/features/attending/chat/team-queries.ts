import type { TeamLine } from "@lectern/wire/chat";
import { sql } from "kysely";
import type { Static } from "typebox";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { PresenterRole } from "../presenters/queries.ts";

/** A page of what an event's team said among themselves, oldest first. */
export async function listTeamLines(
  db: Db,
  { clientId, eventId }: RoomKey,
  { after, limit }: { after: number; limit: number },
): Promise<Static<typeof TeamLine>[]> {
  const rows = await linesOf(db, { clientId, eventId })
    .where("l.id", ">", after)
    .orderBy("l.id")
    .limit(limit)
    .execute();
  return rows.map(({ saidAt, ...line }) => ({ ...line, at: saidAt.getTime() }));
}

/** The newest of it, in the order of saying. */
export async function listNewestTeamLines(db: Db, room: RoomKey, most: number): Promise<Static<typeof TeamLine>[]> {
  const rows = await linesOf(db, room).orderBy("l.id", "desc").limit(most).execute();
  return rows.reverse().map(({ saidAt, ...line }) => ({ ...line, at: saidAt.getTime() }));
}

function linesOf(db: Db, { clientId, eventId }: RoomKey) {
  return db
    .selectFrom("teamChatLines as l")
    .innerJoin("presenters as p", (join) =>
      join.onRef("p.clientId", "=", "l.clientId").onRef("p.id", "=", "l.presenterId"),
    )
    .select(["l.id as lineId", "l.presenterId", "l.role", "l.text", "l.saidAt"])
    .select(sql<string>`p.first_name || ' ' || p.last_name`.as("name"))
    .$narrowType<{ role: PresenterRole }>()
    .where("l.clientId", "=", clientId)
    .where("l.eventId", "=", eventId);
}
