import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";

/** Since the last backup that was read back; undefined when there is none. */
export async function findBackupAgeSeconds(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from now() - max(made_at))::float as seconds from backups`.execute(db);
  return rows[0]?.seconds ?? undefined;
}

/** Since when the job that waits longest could have begun; 0 when none waits. */
export async function countOverdueSeconds(db: Db): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select coalesce(extract(epoch from now() - min(run_at)), 0)::float as seconds
    from graphile_worker.jobs
    where locked_at is null and attempts < max_attempts and run_at < now()`.execute(db);
  return rows[0]?.seconds ?? 0;
}
