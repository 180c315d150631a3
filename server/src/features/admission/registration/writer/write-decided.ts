import type pg from "pg";
import { Refusal } from "../../../../errors.ts";
import type { MailKind } from "../../../base/outbox/mail-kinds.ts";
import { occasionOfStay } from "../../../base/outbox/stays.ts";
import type { RegistrantChange } from "../changes.ts";
import { decideStatus, type Terms } from "../gates/decide-status.ts";
import type { RegistrantStatus } from "../people/registrant-status.ts";
import {
  type InputRow,
  type RegistrantWrite,
  toInput,
  type WrittenRegistrant,
  writeRows,
} from "./write-registrants.ts";

export type Outcome = WrittenRegistrant | { readonly refusal: Refusal };

/**
 * Decides a group of registrations one by one in the order they came, and writes them with one commit. The lock on the
 * events' totals makes every process take turns, so that a seat is never given twice and the waiting list is in order.
 */
export async function writeDecided(pool: pg.Pool, writes: RegistrantWrite[]): Promise<Outcome[]> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    await client.query("begin");
    const outcomes = await decideAndWrite(client, writes);
    await client.query("commit");
    return outcomes;
  } catch (error) {
    await client.query("rollback").catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    client.release(isBroken);
  }
}

async function decideAndWrite(client: pg.PoolClient, writes: RegistrantWrite[]): Promise<Outcome[]> {
  const taken = await lockSeats(client, writes);
  const current = await findStatuses(client, writes);
  const outcomes: Outcome[] = new Array(writes.length);
  const passed: { write: RegistrantWrite; index: number; effect: Effect }[] = [];
  for (const [index, write] of writes.entries()) {
    const effect = decideOne(write, current.get(index), taken);
    if (effect) passed.push({ write, index, effect });
    else outcomes[index] = { refusal: fullRefusal(write) };
  }
  if (passed.length === 0) return outcomes;
  await giveQueueNumbers(
    client,
    passed.map(({ effect }) => effect),
  );
  const input = passed.map(({ write, effect }, n): InputRow => ({ ...toInput(write, n), ...effect }));
  const written = await writeRows(
    client,
    passed.map(({ write }) => write),
    input,
    true,
  );
  for (const [n, { index }] of passed.entries()) outcomes[index] = written[n] as WrittenRegistrant;
  return outcomes;
}

export function fullRefusal({ eventId, terms }: Pick<RegistrantWrite, "eventId" | "terms">): Refusal {
  const ownText = terms?.fullText;
  return new Refusal("admission.full", { eventId, ...(ownText !== undefined && { ownText }) });
}

/** What a decision writes beside the person; names are those of writeStatement's input. */
interface Effect {
  readonly status: RegistrantStatus;
  queue_number: number | null;
  readonly counted: number;
  readonly change: string;
  readonly mail: MailKind | null;
  readonly occasion: string;
}

/** Undefined where there is no seat and no waiting list. Takes the seat. */
function decideOne(
  write: RegistrantWrite,
  current: Current | undefined,
  taken: Map<number, number>,
): Effect | undefined {
  const terms = write.terms as Terms;
  const seatsTaken = taken.get(write.eventId) ?? 0;
  const status = decideStatus(current?.status, terms, terms.seats !== undefined && seatsTaken >= terms.seats);
  if (status === "full") return undefined;
  const isLetIn = status === "active" && current?.status !== "active";
  if (isLetIn) taken.set(write.eventId, seatsTaken + 1);
  const isSame = status === current?.status;
  return {
    status,
    queue_number: isSame ? (current?.queueNumber ?? null) : null,
    counted: isLetIn ? 1 : 0,
    change: changeOf(status, current?.status),
    mail: write.isAnonymous || (isSame && status !== "unconfirmed") ? null : mailOf(status, write),
    occasion: occasionOf(status, current),
  };
}

function changeOf(
  status: RegistrantStatus,
  before: RegistrantStatus | undefined,
): RegistrantChange | "registrant.updated" {
  if (status === before) return "registrant.updated";
  if (status !== "active") return "registrant.waiting";
  return before === "deleted" ? "registrant.restored" : "registrant.created";
}

function mailOf(status: RegistrantStatus, { isConfirmedByMail }: RegistrantWrite): MailKind | null {
  if (status === "unconfirmed") return "confirm-address";
  if (status === "pending") return "approval-pending";
  if (status === "waitlisted") return "waitlisted";
  return status === "active" && isConfirmedByMail ? "confirmation" : null;
}

const AGAIN_AFTER_MS = 10 * 60_000;

/**
 * Who asks again for the link of a double opt-in gets it again, at most every ten minutes: the address may be a
 * stranger's.
 */
function occasionOf(status: RegistrantStatus, current: Current | undefined): string {
  if (status === "unconfirmed") return String(Math.floor(Date.now() / AGAIN_AFTER_MS));
  return occasionOfStay(current ?? { cancellations: 0 });
}

/** Whoever is put on the waiting list gets the next number, in the order they came. */
async function giveQueueNumbers(client: pg.PoolClient, effects: readonly Effect[]): Promise<void> {
  const waiting = effects.filter(({ status, queue_number }) => status === "waitlisted" && queue_number === null);
  if (waiting.length === 0) return;
  const { rows } = await client.query<{ number: number }>(
    "select nextval('queue_numbers') as number from generate_series(1, $1)",
    [waiting.length],
  );
  for (const [index, effect] of waiting.entries()) effect.queue_number = rows[index]?.number ?? null;
}

/** Locks the totals of the group's events, always in the same order; answers how many seats are taken by event. */
async function lockSeats(client: pg.PoolClient, writes: readonly RegistrantWrite[]): Promise<Map<number, number>> {
  const events = new Map(writes.map(({ clientId, eventId }) => [eventId, clientId]));
  const parameters = [[...events.values()], [...events.keys()]];
  await client.query(
    `insert into event_totals (client_id, event_id) select * from unnest($1::bigint[], $2::bigint[]) order by 1, 2
     on conflict do nothing`,
    parameters,
  );
  const { rows } = await client.query<{ event_id: number; registrants: number }>(
    `select event_id, registrants from event_totals
     where (client_id, event_id) in (select * from unnest($1::bigint[], $2::bigint[])) order by client_id, event_id for update`,
    parameters,
  );
  return new Map(rows.map((row) => [row.event_id, row.registrants]));
}

interface Current {
  readonly status: RegistrantStatus;
  readonly queueNumber: number | null;
  readonly cancellations: number;
}

/**
 * By the write's place in the group. Each is looked up in the index of addresses, see `isOfEvent`; a plain join reads the
 * whole table while the planner's figures are older than a rush of registrations.
 */
async function findStatuses(client: pg.PoolClient, writes: readonly RegistrantWrite[]): Promise<Map<number, Current>> {
  const { rows } = await client.query<Current & { n: number }>(
    `select i.n - 1 as n, r.status, r.queue_number as "queueNumber", r.cancellations
     from (
       select * from unnest($1::bigint[], $2::bigint[], $3::text[]) with ordinality as i (client_id, event_id, email_key, n)
       order by event_id, email_key
     ) i cross join lateral (
       select status, queue_number, cancellations from registrants
       where client_id = i.client_id and event_id + 0 = i.event_id and email_key = i.email_key and email_rank = 0
       limit 1 for update
     ) r`,
    [
      writes.map(({ clientId }) => clientId),
      writes.map(({ eventId }) => eventId),
      writes.map(({ emailKey }) => emailKey),
    ],
  );
  return new Map(rows.map((row) => [row.n, row]));
}
