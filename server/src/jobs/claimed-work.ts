import { type RawBuilder, sql } from "kysely";
import type { Db } from "../db/database.ts";
import { inTransaction } from "../db/transaction.ts";
import { ConversionError } from "../media-tools/conversion-error.ts";
import type { JobContext } from "./jobs.ts";

// Long work whose state lives in its table, see docs/decisions/0005-states-live-in-tables.md.

/** A row with state, reason, claimed_at and attempts. */
export interface Work {
  readonly table: "media" | "slide_decks" | "derivatives" | "imports";
  readonly clientId: number;
  readonly id: number;
}

export interface Claim {
  /** Aborted when somebody else has taken the work over, and when the program stops. */
  readonly signal: AbortSignal;
  /** Whether somebody may have been at it before, and broken off. */
  readonly isRepeated: boolean;
  /** Marks the work as ready, in the transaction that writes its result; throws when it is not ours any more. */
  complete(tx: Db): Promise<void>;
  /** Leaves the rest of it for later, in the transaction that queues it again; throws when it is not ours any more. */
  release(tx: Db): Promise<void>;
}

class ClaimLostError extends Error {}

const HEARTBEAT_MS = 20_000;
/** Without a sign of life for so long, whoever had the work has died. */
const silence = sql`interval '2 minutes'`;
/** What kills its worker every time would go on killing. */
const MAX_ATTEMPTS = 10;
const GIVEN_UP = `It was tried ${MAX_ATTEMPTS} times and failed for reasons of the server; its log tells more`;

/**
 * Does a piece of work if nobody else is at it. A ConversionError becomes the state "failed" with its reason, told to
 * `onFailed` in the same transaction; after any other fault the work is free again and the queue tries anew.
 */
export async function processClaimed(
  context: JobContext,
  work: Work,
  { process, onFailed }: { process(claim: Claim): Promise<void>; onFailed(tx: Db): Promise<void> },
): Promise<void> {
  const { db, log } = context;
  const taken = await takeClaim(db, work);
  if (!taken) return;
  const claim = holdClaim(context, work, taken);
  try {
    await process(claim);
  } catch (error) {
    await claim.stop();
    if (error instanceof ClaimLostError) return log.info({ work }, "work was taken over by another worker");
    const reason = error instanceof ConversionError ? error.message : GIVEN_UP;
    const isHopeless = error instanceof ConversionError || taken.attempts >= MAX_ATTEMPTS;
    log[error instanceof ConversionError ? "info" : "error"]({ err: error, work }, "work failed");
    if (isHopeless && !context.signal?.aborted)
      return void (await inTransaction(db, async (tx) => {
        if (await updateClaimed(tx, work, claim.stamp(), sql`state = 'failed', reason = ${reason}, claimed_at = null`))
          await onFailed(tx);
      }));
    // A program that stops is not the work's fault.
    const uncounted = context.signal?.aborted ? sql`, attempts = attempts - 1` : sql``;
    await updateClaimed(db, work, claim.stamp(), sql`state = 'received', claimed_at = null${uncounted}`);
    throw error;
  } finally {
    await claim.stop();
  }
}

async function takeClaim(db: Db, { table, clientId, id }: Work) {
  const { rows } = await sql<{ stamp: Date; attempts: number }>`
    update ${sql.table(table)} set state = 'processing', claimed_at = now(), attempts = attempts + 1
    where client_id = ${clientId} and id = ${id} and state in ('received', 'processing') and deleted_at is null
      and (claimed_at is null or claimed_at < now() - ${silence})
    returning claimed_at as stamp, attempts`.execute(db);
  return rows[0];
}

/** Says regularly that we live. What was written last proves that the claim is ours. */
function holdClaim(
  { db, log, signal: stopping }: JobContext,
  work: Work,
  taken: { readonly stamp: Date; readonly attempts: number },
) {
  let stamp = taken.stamp;
  const lost = new AbortController();
  let beating: Promise<void> = Promise.resolve();
  const beat = async () => {
    const next = await updateClaimed(db, work, stamp, sql`claimed_at = now()`);
    if (next) stamp = next;
    else lost.abort(new ClaimLostError());
  };
  const timer = setInterval(() => {
    beating = beating.then(beat).catch((error: unknown) => log.warn({ err: error, work }, "no sign of life written"));
  }, HEARTBEAT_MS);
  const stop = async () => {
    clearInterval(timer);
    await beating;
  };
  const giveUp = async (tx: Db, changes: RawBuilder<unknown>) => {
    // A sign of life on its way would change what proves the claim.
    await stop();
    if (!(await updateClaimed(tx, work, stamp, changes))) throw new ClaimLostError();
  };
  return {
    signal: stopping ? AbortSignal.any([lost.signal, stopping]) : lost.signal,
    isRepeated: taken.attempts > 1,
    stamp: () => stamp,
    stop,
    complete: (tx: Db) => giveUp(tx, sql`state = 'ready', reason = null, claimed_at = null`),
    release: (tx: Db) => giveUp(tx, sql`state = 'received', claimed_at = null, attempts = 0`),
  };
}

/** Answers the new stamp (the old one where it was removed), or undefined when the claim is not ours any more. */
async function updateClaimed(db: Db, { table, clientId, id }: Work, stamp: Date, changes: RawBuilder<unknown>) {
  const { rows } = await sql<{ stamp: Date | null }>`
    update ${sql.table(table)} set ${changes}
    where client_id = ${clientId} and id = ${id} and state = 'processing' and claimed_at = ${stamp}
    returning claimed_at as stamp`.execute(db);
  return rows[0] && (rows[0].stamp ?? stamp);
}

/**
 * Queues again what was dropped: claimed by somebody who has died since, or never begun. What waits in the queue,
 * perhaps for its next attempt, stays as it is.
 */
export async function requeueDropped(
  db: Db,
  table: Work["table"],
  job: { name: string; key: string; idName: string },
): Promise<void> {
  await sql`
    select graphile_worker.add_job(${job.name}::text, json_build_object('clientId', w.client_id, ${job.idName}::text, w.id),
      job_key => ${job.key}::text || w.id)
    from ${sql.table(table)} w
    where w.state in ('received', 'processing') and w.deleted_at is null
      and coalesce(w.claimed_at, w.created_at) < now() - ${silence}
      and not exists (select from graphile_worker.jobs j
        where j.key = ${job.key}::text || w.id and j.locked_at is null and j.attempts < j.max_attempts)`.execute(db);
}
