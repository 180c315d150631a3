import { type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Events } from "../../../db/types.ts";

/** An event as its pages need it, deleted or not. */
export type PageEvent = Selectable<Events> & {
  clientName: string;
  isClientActive: boolean;
};

/** By the id in its address: the key beside it says whether whoever asks may know the event. */
export async function findPageEvent(db: Db, id: number): Promise<PageEvent | undefined> {
  const { rows } = await sql<PageEvent>`
    select e.*, c.name as client_name, c.is_active as is_client_active
    from events e join clients c on c.id = e.client_id where e.id = ${id}`.execute(db);
  return rows[0];
}

export interface DayCount {
  /** YYYY-MM-DD in the event's zone. */
  day: string;
  registrants: number;
}

/** Registrations by day of the event's zone, without days that have none. */
export async function listRegistrationsPerDay(
  db: Db,
  clientId: number,
  { id, timeZone }: { id: number; timeZone: string },
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select to_char(created_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*) as registrants
    from registrants where client_id = ${clientId} and event_id = ${id} and status in ('active', 'forgotten')
    group by 1 order by 1`.execute(db);
  return rows;
}
