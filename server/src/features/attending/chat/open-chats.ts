import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { countActivity } from "../attendance/count-activity.ts";

export interface Opening {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly at: Date;
}

/** Counts who opens the chat, and how often; no two openings by the same person. */
export async function openChats(tx: Db, openings: readonly Opening[]): Promise<(undefined | Refusal)[]> {
  const input = openings.map(({ clientId, eventId, registrantId }) => ({
    ...{ client_id: clientId, event_id: eventId, registrant_id: registrantId },
  }));
  await sql`
    with input as (
      select i.* from json_to_recordset(${JSON.stringify(input)}::json)
        as i (client_id bigint, event_id bigint, registrant_id bigint)
      join attendees a using (client_id, registrant_id)
    ), opened as (
      insert into chat_people as p (client_id, registrant_id, event_id, views)
      select client_id, registrant_id, event_id, 1 from input order by 1, 2
      on conflict (client_id, registrant_id) do update set views = p.views + 1
      returning client_id, event_id, views
    )
    insert into group_chats as g (client_id, event_id, viewers, views)
    select client_id, event_id, count(*) filter (where views = 1), count(*) from opened group by 1, 2 order by 1, 2
    on conflict (client_id, event_id) do update
    set viewers = g.viewers + excluded.viewers, views = g.views + excluded.views`.execute(tx);
  const attending = await countActivity(tx, openings);
  return openings.map(({ eventId, registrantId }) =>
    attending.has(registrantId) ? undefined : new Refusal("room.notAttending", { eventId }),
  );
}
