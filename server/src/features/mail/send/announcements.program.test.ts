import { afterAll, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { type Program, startProgram } from "../../../../test/program.ts";
import { until } from "../../../../test/until.ts";

const app = await withApp();
const { pool } = app.database;
let worker: Program | undefined;
afterAll(async () => void (await worker?.end("SIGTERM")));

const startWorker = (): Promise<Program> =>
  startProgram({
    DATABASE_URL: app.databaseUrl,
    SERVICES: "worker",
    LECTERN_DATA: app.jobContext.config.dataFolder,
    LECTERN_DEMO: "off",
    PUBLIC_URL: "http://lectern.test",
    LECTERN_OPERATOR_KEY: "o".repeat(32),
    LECTERN_SECRET_KEY: "s".repeat(32),
  });

const PEOPLE = 1500;

async function countRows(from: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`select count(*) from ${from}`);
  return rows[0]?.count ?? 0;
}

test("killed while a move is told, the next one goes on with it", async () => {
  const token = await app.build.token((await app.build.client()).id);
  const event = await app.build.event(token.clientId, { startsAt: new Date("2040-01-01T00:00:00Z") });
  await pool.query(
    `with people as (insert into registrants (client_id, event_id, email, email_key)
       select $1, $2, 'p' || n || '@acme.com', 'p' || n || '@acme.com' from generate_series(1, $3::int) n returning *)
     insert into mails (client_id, event_id, registrant_id, kind, state)
     select client_id, event_id, id, 'confirmation', 'sent' from people`,
    [event.clientId, event.id, PEOPLE],
  );
  const hold = await pool.connect();
  await hold.query("begin; lock table mails in share mode");
  await app.call(token, `PUT /client/${event.clientId}/event/${event.id}`, { form: { title: "Moved" } });

  worker = await startWorker();
  await until(async () =>
    countRows("graphile_worker.jobs where task_identifier = 'announce-event-change' and locked_at is not null"),
  );
  await worker.end("SIGKILL");
  await hold.query("rollback");
  hold.release();
  expect(await countRows("mails where kind = 'moved'")).toBe(0);
  // As if some seconds had passed.
  await pool.query("update graphile_worker._private_jobs set locked_at = locked_at - interval '11 seconds'");
  worker = await startWorker();
  await until(async () => (await countRows("mails where kind = 'moved'")) === PEOPLE);
});
