import type { ReactionType } from "@lectern/wire/reactions";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { countActivity } from "../attendance/count-activity.ts";

export interface Reaction {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly type: ReactionType;
  readonly at: Date;
  readonly secondsFromStart: number;
}

/** Writes down reactions. */
export async function react(tx: Db, reactions: readonly Reaction[]): Promise<(undefined | Refusal)[]> {
  const attending = await countActivity(
    tx,
    reactions.map(({ clientId, registrantId, at }) => ({ clientId, registrantId, at, counts: { reactions: 1 } })),
  );
  const input = reactions
    .filter(({ registrantId }) => attending.has(registrantId))
    .map(({ clientId, eventId, registrantId, type, at, secondsFromStart }) => ({
      ...{ client_id: clientId, event_id: eventId, registrant_id: registrantId, type, at },
      seconds: secondsFromStart,
    }));
  await sql`
    insert into reactions (client_id, event_id, registrant_id, type, reacted_at, seconds_from_start)
    select client_id, event_id, registrant_id, type, at, seconds
    from json_to_recordset(${JSON.stringify(input)}::json) as x (client_id bigint, event_id bigint,
      registrant_id bigint, type text, at timestamptz(3), seconds int)`.execute(tx);
  return reactions.map(({ eventId, registrantId }) =>
    attending.has(registrantId) ? undefined : new Refusal("room.notAttending", { eventId }),
  );
}
