import type pg from "pg";

// A database that a restore has begun to fill carries a mark, a schema of this name, until all of it is there.

const MARK = "lectern_restore_begun";

export const SET_MARK = `create schema if not exists ${MARK}`;
export const REMOVE_MARK = `drop schema if exists ${MARK}`;

/** Whether a restore into this database has begun and not ended. */
export async function isMarked(client: Pick<pg.Pool, "query">): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`select to_regnamespace('${MARK}') is not null as found`);
  return rows[0]?.found ?? false;
}
