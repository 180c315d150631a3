import { resolve } from "node:path";
import pg from "pg";

// A database that a restore has begun to fill carries a mark, a schema of this name, until all of it is there. It tells the
// data folder: only there may what is found be of that restore.

const MARK = "lectern_restore_begun";

export const SET_MARK = `create schema if not exists ${MARK}`;
export const REMOVE_MARK = `drop schema if exists ${MARK}`;

/** Whether a restore into this database has begun and not ended. */
export async function isMarked(client: Pick<pg.Pool, "query">): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`select to_regnamespace('${MARK}') is not null as found`);
  return rows[0]?.found ?? false;
}

export async function setMark(client: Pick<pg.Pool, "query">, dataFolder: string): Promise<void> {
  await client.query(`${SET_MARK}; comment on schema ${MARK} is ${pg.escapeLiteral(resolve(dataFolder))}`);
}

/** Whether a restore that has not ended has begun with this folder. */
export async function isMarkedWith(client: Pick<pg.Pool, "query">, dataFolder: string): Promise<boolean> {
  const { rows } = await client.query<{ folder: string | null }>(
    `select obj_description(to_regnamespace('${MARK}'), 'pg_namespace') as folder`,
  );
  return rows[0]?.folder === resolve(dataFolder);
}
