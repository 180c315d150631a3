import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { countActivity } from "../attendance/count-activity.ts";
import { findIdeas } from "./queries.ts";

/** Somebody votes for an idea, or takes the vote back. */
export interface Vote extends RoomKey {
  readonly registrantId: number;
  readonly ideaId: number;
  readonly isFor: boolean;
  readonly at: Date;
}

/** Keeps votes of different people, one a person and idea however often it is said; refuses idea.unknown and room.notAttending. */
export async function voteIdeas(tx: Db, votes: readonly Vote[]): Promise<(Refusal | undefined)[]> {
  const find = await findIdeas(tx, votes);
  const known = votes.filter((vote) => find(vote, vote.ideaId));
  const attending = await countActivity(
    tx,
    known.map(({ clientId, registrantId, at }) => ({ clientId, registrantId, at })),
  );
  await writeVotes(
    tx,
    known.filter(({ registrantId }) => attending.has(registrantId)),
  );
  return votes.map(({ eventId, ideaId, registrantId }) => {
    if (!find({ eventId }, ideaId)) return new Refusal("idea.unknown", { ideaId });
    return attending.has(registrantId) ? undefined : new Refusal("room.notAttending");
  });
}

async function writeVotes(tx: Db, votes: readonly Vote[]): Promise<void> {
  const input = votes.map(({ clientId, registrantId, ideaId, isFor, at }) => ({
    ...{ client_id: clientId, registrant_id: registrantId, idea_id: ideaId, is_for: isFor, at },
  }));
  await sql`
    with input as (
      select * from json_to_recordset(${JSON.stringify(input)}::json)
        as x (client_id bigint, registrant_id bigint, idea_id bigint, is_for boolean, at timestamptz(3))
    ), given as (
      insert into idea_votes (client_id, idea_id, registrant_id, voted_at)
      select client_id, idea_id, registrant_id, at from input where is_for
      on conflict do nothing returning client_id, idea_id
    ), taken as (
      delete from idea_votes v using input i
      where not i.is_for and v.client_id = i.client_id and v.idea_id = i.idea_id and v.registrant_id = i.registrant_id
      returning v.client_id, v.idea_id
    ), changed as (
      select client_id, idea_id, sum(votes) as votes
      from (select *, 1 as votes from given union all select *, -1 from taken) x group by 1, 2
    ), held as (
      select c.* from ideas i join changed c on c.client_id = i.client_id and c.idea_id = i.id
      order by i.client_id, i.id for no key update of i
    )
    update ideas i set votes = i.votes + h.votes, voted_at = now()
    from held h where i.client_id = h.client_id and i.id = h.idea_id`.execute(tx);
}

/** So many ideas are told with new votes at once. */
const MOST_TOLD = 100;

/** The votes of the ideas that were voted on last. */
export async function listLastVotes(
  db: Db,
  { clientId, eventId }: RoomKey,
): Promise<{ ideaId: number; votes: number }[]> {
  return db
    .selectFrom("ideas")
    .select(["id as ideaId", "votes"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("deletedAt", "is", null)
    .where("votedAt", "is not", null)
    .orderBy("votedAt", "desc")
    .limit(MOST_TOLD)
    .execute();
}

/** What these people wrote themselves, and what they voted for. */
export async function listOwn(
  db: Db,
  { clientId, eventId }: RoomKey,
  registrantIds: readonly number[],
): Promise<Map<number, { written: number[]; votedFor: number[] }>> {
  const { rows } = await sql<{ registrantId: number; ideaId: number; isVote: boolean }>`
    select registrant_id, id as idea_id, false as is_vote from ideas
    where client_id = ${clientId} and event_id = ${eventId} and registrant_id = any (${registrantIds}::bigint[])
      and deleted_at is null
    union all
    select v.registrant_id, v.idea_id, true from idea_votes v join ideas i on i.client_id = v.client_id and i.id = v.idea_id
    where v.client_id = ${clientId} and i.event_id = ${eventId} and v.registrant_id = any (${registrantIds}::bigint[])
    order by 1, 2`.execute(db);
  const own = new Map<number, { written: number[]; votedFor: number[] }>();
  for (const { registrantId, ideaId, isVote } of rows) {
    const mine = own.get(registrantId) ?? { written: [], votedFor: [] };
    mine[isVote ? "votedFor" : "written"].push(ideaId);
    own.set(registrantId, mine);
  }
  return own;
}
