import type { PollType } from "@lectern/wire/polls";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { CallContent } from "../../attending/calls-to-action/purposes.ts";
import type { ThingKind } from "../../attending/widgets/note-openings.ts";

interface EventKey {
  readonly clientId: number;
  readonly eventId: number;
}

/** A version of what a poll asks. */
export interface PolledQuestion {
  readonly pollId: number;
  readonly questionId: number;
  readonly type: PollType;
  readonly question: string;
  /** People who answered this version. */
  readonly answers: number;
  /** In order; none of texts. */
  readonly options: readonly { readonly answer: string; readonly votes: number }[];
  /** When the poll was first pushed to the audience. */
  readonly firstPushedAt: Date | null;
}

/** What an event's polls ask, in their order, and what they asked before if anybody answered that, deleted polls too. */
export async function listPolled(db: Db, { clientId, eventId }: EventKey): Promise<PolledQuestion[]> {
  const { rows } = await sql<PolledQuestion>`
    select p.id as poll_id, q.id as question_id, q.type, q.question, q.answers, r.first_pushed_at,
      coalesce((select json_agg(json_build_object('answer', o.answer, 'votes', o.votes) order by o.position)
        from poll_options o where o.client_id = q.client_id and o.question_id = q.id), '[]') as options
    from polls p join poll_questions q on q.client_id = p.client_id and q.poll_id = p.id
    left join poll_runs r on r.client_id = p.client_id and r.poll_id = p.id and not r.is_practice
    where p.client_id = ${clientId} and p.event_id = ${eventId}
      and (p.deleted_at is null and q.replaced_at is null or q.answers > 0)
    order by p.position, p.id, q.id`.execute(db);
  return rows;
}

export interface OpenedResource {
  readonly id: number;
  readonly name: string;
  /** People who opened it. */
  readonly openers: number;
  /** How often they did, together. */
  readonly opens: number;
}

/** An event's resources in their order, deleted ones if anybody opened them. */
export async function listOpenedResources(db: Db, { clientId, eventId }: EventKey): Promise<OpenedResource[]> {
  const { rows } = await sql<OpenedResource>`
    select r.id, r.name, o.openers, o.opens from resources r ${openingsOf("r", "resource")}
    where r.client_id = ${clientId} and r.event_id = ${eventId} and (r.deleted_at is null or o.openers > 0)
    order by r.widget_id, r.position, r.id`.execute(db);
  return rows;
}

export interface ClickedCall {
  readonly id: number;
  readonly name: string;
  readonly content: CallContent;
  /** People who clicked it. */
  readonly openers: number;
  /** How often they did, together. */
  readonly opens: number;
}

/** An event's calls to action in their order, deleted ones if anybody clicked them. */
export async function listClickedCalls(db: Db, { clientId, eventId }: EventKey): Promise<ClickedCall[]> {
  const { rows } = await sql<ClickedCall>`
    select w.id, w.name, w.content, o.openers, o.opens from widgets w ${openingsOf("w", "call-to-action")}
    where w.client_id = ${clientId} and w.event_id = ${eventId} and w.kind = 'call-to-action'
      and (w.deleted_at is null or o.openers > 0)
    order by w.position, w.id`.execute(db);
  return rows;
}

/** Joins what each thing of a table was opened: `o` with `openers` and `opens`, found by index thing by thing. */
function openingsOf(table: "r" | "w", kind: ThingKind) {
  const thing = sql.raw(table);
  return sql`cross join lateral (
    select count(*) as openers, coalesce(sum(opens), 0) as opens from openings
    where client_id = ${thing}.client_id and event_id = ${thing}.event_id and kind = ${kind} and thing_id = ${thing}.id
  ) o`;
}
