import type { WorkerEvents } from "graphile-worker";
import type pg from "pg";

// Whoever is killed leaves jobs locked, and the queue waits four hours for them. So each pool of workers shows that it lives
// by a lock on the connection on which it hears of new jobs: it ends with the connection, and that with the program. Who has
// lost that connection alone, and has not got it back after some seconds, has its short jobs done twice, as faults may.

const lockOf = (pool: string) => `hashtextextended(${pool}, 0)`;

/** Lets the pools of a run hold their locks. */
export function showLife(events: WorkerEvents): void {
  // Shared: a connection that was lost may hold it yet when the next one takes it. A fault ends the connection, too.
  const tell = (call: string) => (listening: { workerPool: { id: string }; client: pg.PoolClient }) =>
    void listening.client.query(`select ${call}(${lockOf("$1")})`, [listening.workerPool.id]).catch(() => {});
  events.on("pool:listen:success", tell("pg_advisory_lock_shared"));
  events.on("pool:listen:release", tell("pg_advisory_unlock_shared"));
}

/** A pool has its lock long before; one that never comes to listen is not taken for dead at its first job. */
const YOUNGEST = "interval '10 seconds'";

/** Frees the jobs of pools that have died, so that others do them. */
export async function freeJobsOfTheDead(pool: pg.Pool): Promise<void> {
  await pool.query(`
    select graphile_worker.force_unlock_workers(array_agg(pool)) from (
      select distinct locked_by as pool from graphile_worker.jobs where locked_at < now() - ${YOUNGEST}
    ) busy
    where pg_try_advisory_xact_lock(${lockOf("pool")}) having count(*) > 0`);
}
