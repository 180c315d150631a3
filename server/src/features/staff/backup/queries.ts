import type pg from "pg";
import { isErrorCode } from "../../../lib/error-code.ts";

/** Which of these files the store should have now. */
export async function listStoredKeys(pool: pg.Pool, keys: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>(
    "select key from files where state = 'stored' and key = any($1) order by key",
    [keys],
  );
  return rows.map(({ key }) => key);
}

const UNDEFINED_TABLE = "42P01";

/** For the figures; a database that is still to be brought up to date has no place for it. */
export async function recordBackup(pool: pg.Pool, backup: { madeAt: Date; byteSize: number }): Promise<void> {
  const insert = "insert into backups (made_at, byte_size) values ($1, $2)";
  await pool.query(insert, [backup.madeAt, backup.byteSize]).catch((error: unknown) => {
    if (!isErrorCode(error, UNDEFINED_TABLE)) throw error;
  });
}
