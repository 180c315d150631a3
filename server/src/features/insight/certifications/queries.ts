import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { ContentOf } from "../../webinars/console/widgets.ts";

export interface ListedCertification {
  readonly id: number;
  readonly name: string;
  readonly content: ContentOf<"certification">;
}

/** An event's certifications that are filled in, in the order of its console; deleted ones as long as somebody has earned them. */
export async function listCertifications(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
): Promise<ListedCertification[]> {
  const { rows } = await sql<ListedCertification>`
    select id, name, content from widgets w
    where client_id = ${clientId} and event_id = ${eventId} and kind = 'certification' and content ? 'minimumMinutes'
      and (deleted_at is null or exists (
        select from certificates c where c.client_id = w.client_id and c.event_id = w.event_id and c.widget_id = w.id))
    order by position, id`.execute(db);
  return rows;
}
