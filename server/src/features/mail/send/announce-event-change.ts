import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { queueJob } from "../../../db/queue-job.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { ANNOUNCE_JOB, type Announcement } from "../../base/outbox/announce.ts";
import { hasLeft } from "../../base/outbox/stays.ts";

/** People at once: a transaction of milliseconds, in which nobody who registers has to wait. */
const CHUNK = 1000;

/**
 * Owes everybody whose registration is confirmed the news that an event moves or is cancelled. A chunk and the job for the next
 * one are one transaction: a worker that is killed leaves no one out, and nobody is told twice.
 */
export const announceEventChangeJob: JobDefinition = {
  name: ANNOUNCE_JOB,
  async run({ db }, payload) {
    const announcement = payload as Announcement;
    await inTransaction(db, async (tx) => {
      const lastId = await oweAnnouncement(tx, announcement);
      if (lastId !== undefined) await queueJob(tx, ANNOUNCE_JOB, { ...announcement, afterId: lastId });
    });
  },
};

/**
 * Owes one chunk; answers the last person of it, or undefined when there are no more. A move is told to whom the
 * confirmation has reached: one that is due will tell of the event as it is then. A move that another one has overtaken is
 * told to nobody any more. That the event is cancelled is told to whoever was to be confirmed, as their confirmation will
 * not be sent any more.
 */
async function oweAnnouncement(
  tx: Db,
  { clientId, eventId, kind, sequence, afterId }: Announcement,
): Promise<number | undefined> {
  const occasion = kind === "moved" ? String(sequence) : "";
  const isTold = kind === "moved" ? hasLeft : sql`state not in ('failed', 'bounced')`;
  const { rows } = await sql<{ lastId: number | null }>`
    with told as (
      select r.id from registrants r
      where r.client_id = ${clientId} and r.event_id = ${eventId} and r.id > ${afterId}
        and r.status = 'active' and not r.is_anonymous
        and exists (select from mails m where m.client_id = r.client_id and m.registrant_id = r.id
          and m.kind = 'confirmation' and ${isTold})
        and (${kind} = 'cancelled' or exists (select from events e
          where e.client_id = ${clientId} and e.id = ${eventId} and e.calendar_sequence = ${sequence}))
      order by r.id limit ${CHUNK}
    ), owed as (
      insert into mails (client_id, event_id, registrant_id, kind, occasion, is_broadcast)
      select ${clientId}, ${eventId}, id, ${kind}, ${occasion}, true from told order by id
      on conflict do nothing
    )
    select max(id) as last_id from told having count(*) = ${CHUNK}`.execute(tx);
  return rows[0]?.lastId ?? undefined;
}
