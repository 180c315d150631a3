import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { countActivity, countInEvents } from "../attendance/count-activity.ts";
import { listByIds } from "./queries.ts";
import { ensureChats, listSettings } from "./settings.ts";
import { tellLines } from "./tell-lines.ts";

export interface Saying {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly text: string;
  readonly nonce?: string | undefined;
  readonly at: Date;
}

/** Takes what people of the audience say in the chat, no two lines by the same person; answers the lines' ids. */
export async function sayLines(tx: Db, sayings: readonly Saying[]): Promise<(number | Refusal)[]> {
  const settingsOf = await listSettings(tx, sayings);
  const open = sayings.filter(({ eventId }) => settingsOf(eventId).mode !== "off");
  const turns = new Map((await takeTurns(tx, open)).map((turn) => [turn.registrantId, turn]));
  const taken = open.filter(({ registrantId }) => turns.get(registrantId)?.isTaken);
  const ids = await writeLines(tx, taken, (eventId) => settingsOf(eventId).mode === "open");
  return sayings.map(({ eventId, registrantId }) => {
    const turn = turns.get(registrantId);
    if (settingsOf(eventId).mode === "off") return new Refusal("chat.off");
    if (!turn?.isAttending) return new Refusal("room.notAttending", { eventId });
    return ids.get(registrantId) ?? new Refusal("chat.slow", { retryAfterMs: turn.retryAfterMs });
  });
}

interface Turn {
  readonly registrantId: number;
  readonly isAttending: boolean;
  /** Whether the last line is long enough ago. */
  readonly isTaken: boolean;
  readonly retryAfterMs: number;
}

/** Notes who speaks now, in every process one after the other, so that nobody is faster than the chat's slow mode. */
async function takeTurns(tx: Db, sayings: readonly Saying[]): Promise<readonly Turn[]> {
  if (sayings.length === 0) return [];
  const { rows } = await sql<Turn>`
    with input as (${inputOf(sayings)}), taken as (
      insert into chat_people as p (client_id, registrant_id, event_id, last_said_at)
      select i.client_id, i.registrant_id, i.event_id, i.at
      from input i join attendees a using (client_id, registrant_id) order by 1, 2
      on conflict (client_id, registrant_id) do update set last_said_at = excluded.last_said_at
      where p.last_said_at is null or p.last_said_at + coalesce((
        select make_interval(secs => g.slow_mode_seconds) from group_chats g
        where g.client_id = p.client_id and g.event_id = p.event_id), interval '0') <= excluded.last_said_at
      returning p.client_id, p.registrant_id
    )
    select i.registrant_id, a.registrant_id is not null as is_attending, t.registrant_id is not null as is_taken,
      greatest(1, ceil(1000 * (coalesce(g.slow_mode_seconds, 0)
        - coalesce(extract(epoch from i.at - p.last_said_at), 0))))::int as retry_after_ms
    from input i
    left join attendees a using (client_id, registrant_id)
    left join taken t using (client_id, registrant_id)
    left join chat_people p using (client_id, registrant_id)
    left join group_chats g on g.client_id = i.client_id and g.event_id = i.event_id`.execute(tx);
  return rows;
}

/** Answers the new ids by registrant. */
async function writeLines(
  tx: Db,
  sayings: readonly Saying[],
  isOpen: (eventId: number) => boolean,
): Promise<Map<number, number>> {
  if (sayings.length === 0) return new Map();
  const counts = { chatMessages: 1 };
  await ensureChats(tx, sayings);
  await countActivity(
    tx,
    sayings.map(({ clientId, registrantId, at }) => ({ clientId, registrantId, at, counts })),
  );
  const openIds = [...new Set(sayings.map(({ eventId }) => eventId))].filter(isOpen);
  const { rows } = await sql<{ clientId: number; id: number; registrantId: number }>`
    insert into chat_lines (client_id, event_id, registrant_id, text, said_at, is_shown)
    select client_id, event_id, registrant_id, text, at, event_id = any (${openIds}::bigint[])
    from (${inputOf(sayings)}) input order by n returning client_id, id, registrant_id`.execute(tx);
  const clientIds = rows.map(({ clientId }) => clientId);
  const ids = rows.map(({ id }) => id);
  await tellLines(tx, await listByIds(tx, clientIds, ids), false);
  await countInEvents(
    tx,
    sayings.map(({ clientId, eventId }) => ({ clientId, eventId, counts })),
  );
  return new Map(rows.map(({ registrantId, id }) => [registrantId, id]));
}

function inputOf(sayings: readonly Saying[]) {
  const input = sayings.map(({ clientId, eventId, registrantId, text, at }, n) => ({
    n,
    ...{ client_id: clientId, event_id: eventId, registrant_id: registrantId, text, at },
  }));
  return sql`select * from json_to_recordset(${JSON.stringify(input)}::json)
    as x (n int, client_id bigint, event_id bigint, registrant_id bigint, text text, at timestamptz(3))`;
}
