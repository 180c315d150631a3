import { type Selectable, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Events } from "../../../../db/types.ts";
import { eventTypes, isWebinar } from "../../../base/lookups/event-types.ts";

export type HomeEvent = Selectable<Events> & { registrants: number };

const webinarTypes = eventTypes.map(({ value }) => value).filter(isWebinar);

/** Webinars of a client that end after a time, the next one first, or that ended before it, the last one first. */
export async function listHomeEvents(
  db: Db,
  clientId: number,
  { side, now, limit }: { side: "coming" | "recent"; now: Date; limit: number },
): Promise<HomeEvent[]> {
  const isComing = side === "coming";
  return db
    .selectFrom("events as e")
    .innerJoin("eventTotals as t", (join) =>
      join.onRef("t.clientId", "=", "e.clientId").onRef("t.eventId", "=", "e.id"),
    )
    .selectAll("e")
    .select("t.registrants")
    .where("e.clientId", "=", clientId)
    .where("e.deletedAt", "is", null)
    .where("e.type", "in", webinarTypes)
    .where(sql<Date>`coalesce(e.ended_at, e.live_ends_at)`, isComing ? ">=" : "<", now)
    .orderBy("e.startsAt", isComing ? "asc" : "desc")
    .orderBy("e.id")
    .limit(limit)
    .execute();
}
