import { sql } from "kysely";
import { expect, inject, test, vi } from "vitest";
import { until } from "../../test/until.ts";
import { connect } from "./database.ts";

test("a connection that breaks inside a transaction fails that transaction and nothing else", async () => {
  const broken = vi.fn();
  const { db, pool, close } = connect(inject("templateUrl").replace(/\/[^/?]*\?/, "/postgres?"), {
    poolSize: 3,
    onError: broken,
  });
  const transaction = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await until(() => broken.mock.calls.length > 0);
    await sql`select 1`.execute(tx);
  });
  await expect(transaction).rejects.toThrow();
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await close();
});
