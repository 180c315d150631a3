import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";

/** The place of somebody on the waiting list, from 1. */
export async function getPlaceInQueue(
  db: Db,
  clientId: number,
  eventId: number,
  { id, queueNumber }: { id: number; queueNumber: number | null },
): Promise<number> {
  const { rows } = await sql<{ ahead: number }>`
    select count(*) as ahead from registrants
    where client_id = ${clientId} and event_id = ${eventId} and status = 'waitlisted'
      and (queue_number, id) < (${queueNumber}::bigint, ${id}::bigint)`.execute(db);
  return (rows[0]?.ahead ?? 0) + 1;
}
