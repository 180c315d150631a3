import { type Kysely, sql } from "kysely";
import { DateTime } from "luxon";
import { inTransaction, lock } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";

const MONTHS_AHEAD = 3;

/**
 * Makes the partitions of this month and the next ones, unless they are there. Sessions that came before theirs was made lie
 * in the default partition, and move.
 */
export async function makePartitions(db: Kysely<Database>, now: Date): Promise<void> {
  const month = DateTime.fromJSDate(now, { zone: "utc" }).startOf("month");
  for (let ahead = 0; ahead < MONTHS_AHEAD; ahead++) await makePartition(db, month.plus({ months: ahead }));
}

async function makePartition(db: Kysely<Database>, month: DateTime): Promise<void> {
  const name = `viewing_sessions_${month.toFormat("yyyy_MM")}`;
  const [from, to] = [month.toISO(), month.plus({ months: 1 }).toISO()];
  if (await isTable(db, name)) return;
  await inTransaction(db, async (tx) => {
    await lock(tx, "viewing-session-partitions");
    if (await isTable(tx, name)) return;
    const table = sql.table(name);
    await sql`create table ${table} (like viewing_sessions including all) with (fillfactor = 85)`.execute(tx);
    await sql`
      with moved as (
        delete from viewing_sessions_other where started_at >= ${from} and started_at < ${to} returning *
      )
      insert into ${table} select * from moved`.execute(tx);
    await sql`
      alter table viewing_sessions attach partition ${table} for values from (${sql.lit(from)}) to (${sql.lit(to)})`.execute(
      tx,
    );
  });
}

async function isTable(db: Kysely<Database>, name: string): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`select to_regclass(${name}) is not null as is_there`.execute(db);
  return rows[0]?.isThere ?? false;
}
