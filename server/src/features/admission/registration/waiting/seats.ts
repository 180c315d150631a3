import { type Selectable, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Registrants } from "../../../../db/types.ts";
import { queueMails } from "../../../base/outbox/queue-mails.ts";
import { occasionOfStay } from "../../../base/outbox/stays.ts";
import type { AdmissionEvent } from "../admission-event.ts";
import { type RegistrantChange, registrationChanges } from "../changes.ts";
import { doors } from "../gates/doors.ts";
import { findGate, hasWaiting } from "../gates/gates.ts";
import { addToTotals } from "../people/queries.ts";

type Registrant = Selectable<Registrants>;

/**
 * Makes whoever changes who is in the event take turns until the transaction ends; answers how many are in. Where people
 * may have to wait it comes before the locks on registrants: in another order two writers could wait for each other.
 */
export async function lockSeats(tx: Db, clientId: number, eventId: number): Promise<number> {
  await sql`insert into event_totals (client_id, event_id) values (${clientId}, ${eventId}) on conflict do nothing`.execute(
    tx,
  );
  const { registrants } = await tx
    .selectFrom("eventTotals")
    .select("registrants")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return registrants;
}

/** For an event where people may have to wait. Elsewhere totals come last, as in the one statement of a registration. */
export async function lockSeatsIfShort(tx: Db, event: AdmissionEvent): Promise<void> {
  if (hasWaiting(event)) await lockSeats(tx, event.clientId, event.id);
}

/** Lets in who waited, in the transaction of the decision; the time of registration is now. */
export async function letIn(
  tx: Db,
  event: Pick<AdmissionEvent, "isConfirmedByMail">,
  registrant: Registrant,
  { kind, actor }: { kind: RegistrantChange; actor: string },
): Promise<void> {
  const { clientId, eventId, id } = registrant;
  await tx
    .updateTable("registrants")
    .set({
      status: "active",
      queueNumber: null,
      createdAt: sql`case when status = 'deleted' then created_at else now() end`,
      lastActivityAt: sql`now()`,
    })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
  await addToTotals(tx, registrant, 1);
  await registrationChanges.record(tx, kind, { clientId, eventId, subjectId: id, actor });
  if (event.isConfirmedByMail)
    await queueMails(tx, [
      { clientId, eventId, registrantId: id, kind: "confirmation", occasion: occasionOfStay(registrant) },
    ]);
}

/** Gives the seats that are free to those who have waited longest. Answers how many were let in. */
export async function fillSeats(tx: Db, event: AdmissionEvent, actor: string): Promise<number> {
  const { clientId, id: eventId } = event;
  const seats = seatsOf(event);
  const taken = await lockSeats(tx, clientId, eventId);
  const free = seats === undefined ? undefined : seats - taken;
  if (free !== undefined && free <= 0) return 0;
  const { rows } = await sql<{ id: number; partnerRef: string | null; cancellations: number }>`
    with next as (
      select id from registrants where client_id = ${clientId} and event_id = ${eventId} and status = 'waitlisted'
      order by queue_number, id limit ${free ?? null} for update
    )
    update registrants r set status = 'active', queue_number = null, created_at = now(), last_activity_at = now()
    from next where r.client_id = ${clientId} and r.id = next.id
    returning r.id, r.partner_ref, r.cancellations`.execute(tx);
  if (rows.length === 0) return 0;
  await countIn(tx, clientId, eventId, rows);
  await sql`
    insert into changes (client_id, event_id, kind, subject_id, actor)
    select ${clientId}, ${eventId}, 'registrant.promoted', unnest(${rows.map(({ id }) => id)}::bigint[]), ${actor}`.execute(
    tx,
  );
  if (event.isConfirmedByMail)
    await queueMails(
      tx,
      rows.map((registrant) => ({
        clientId,
        eventId,
        registrantId: registrant.id,
        kind: "confirmation",
        occasion: occasionOfStay(registrant),
      })),
    );
  return rows.length;
}

async function countIn(
  tx: Db,
  clientId: number,
  eventId: number,
  people: readonly { partnerRef: string | null }[],
): Promise<void> {
  await sql`
    update event_totals set registrants = registrants + ${people.length}, last_activity_at = now()
    where client_id = ${clientId} and event_id = ${eventId}`.execute(tx);
  await sql`
    insert into event_partner_totals as t (client_id, event_id, partner_ref, registrants)
    select ${clientId}, ${eventId}, ref, count(*) from unnest(${people.map(({ partnerRef }) => partnerRef ?? "")}::text[]) ref
    group by 3 order by 3
    on conflict (client_id, event_id, partner_ref) do update set registrants = t.registrants + excluded.registrants`.execute(
    tx,
  );
}

/** The event's seats, by whichever door they are guarded. */
function seatsOf(event: AdmissionEvent): number | undefined {
  for (const door of doors) {
    const capacity = findGate(event, "capacity", door);
    if (capacity) return capacity.seats;
  }
  return undefined;
}
