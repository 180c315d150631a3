import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { requeueImportsJob } from "../src/features/doors/import/jobs.ts";
import { OPERATOR_KEY, withApp } from "./harness.ts";
import { createImporter, makeList } from "./import-fixture.ts";
import { type Program, startProgram } from "./program.ts";
import { until } from "./until.ts";

// The real program on a database that the test can look into: killed in the middle of importing and of forgetting people,
// what it has begun is finished; and its log never tells who people are.

const app = await withApp();
const folder = await mkdtemp(join(tmpdir(), "lectern-personal-"));
const clientId = (await app.build.client()).id;
const token = await app.build.token(clientId);
let program: Program | undefined;

afterEach(async () => {
  await program?.end("SIGTERM");
  program = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (environment: Record<string, string> = {}) =>
  startProgram({
    DATABASE_URL: app.databaseUrl,
    LECTERN_DATA: folder,
    LECTERN_OPERATOR_KEY: OPERATOR_KEY,
    LECTERN_DEMO: "off",
    THROTTLE: "off",
    ...environment,
  });

const count = async (statement: string, ...values: unknown[]): Promise<number> =>
  (await app.database.pool.query<{ count: number }>(`select count(*) as count ${statement}`, values)).rows[0]?.count ??
  0;

async function kill(): Promise<void> {
  await program?.end("SIGKILL");
  program = undefined;
}

function call(path: string, init: { method?: string; body?: string; type?: string } = {}): Promise<Response> {
  const isOurs = path.startsWith("/api");
  const headers = {
    ...(isOurs
      ? { authorization: `Bearer ${OPERATOR_KEY}` }
      : { accesstokenkey: token.key, accesstokensecret: token.secret }),
    "content-type": init.type ?? "application/x-www-form-urlencoded",
  };
  return fetch(`${program?.baseUrl}${path}`, {
    method: init.method ?? "POST",
    headers,
    ...(init.body !== undefined && { body: init.body }),
  });
}

test("kill -9 in the middle of an import doubles nobody, and the import is finished", async () => {
  const event = { clientId, id: (await app.build.event(clientId)).id };
  const at = createImporter(app);
  program = await start();
  const answer = await call(`/api${at.pathOf(event)}`, { body: makeList(20_000), type: "text/csv" });
  const { importId } = (await answer.json()) as { importId: number };
  await until(async () => ((await at.read(event, importId)).counts.created as number) > 2_000);
  await kill();
  const { remaining } = await at.read(event, importId);
  expect(remaining).toBeGreaterThan(0);
  const registered = await count("from registrants where event_id = $1", event.id);

  await app.database.pool.query("update imports set claimed_at = claimed_at - interval '3 minutes' where id = $1", [
    importId,
  ]);
  await requeueImportsJob.run(app.jobContext, {});
  await app.runJobs();
  expect(await at.read(event, importId)).toMatchObject({ state: "ready", counts: { created: 20_000 }, remaining: 0 });
  expect(registered).toBeLessThan(20_000);
  expect(await count("from registrants where event_id = $1 and status = 'active'", event.id)).toBe(20_000);
  const { rows } = await app.database.pool.query("select registrants from event_totals where event_id = $1", [
    event.id,
  ]);
  expect(rows).toEqual([{ registrants: 20_000 }]);
});

test("kill -9 in the middle of forgetting: everybody is forgotten in the end, and it is told", async () => {
  const event = await app.build.event(clientId);
  await app.database.pool.query(
    `insert into registrants (client_id, event_id, email, email_key, first_name)
     select $1, $2, 'f' || n || '@acme.com', 'f' || n || '@acme.com', 'Fay' from generate_series(1, 30000) n`,
    [clientId, event.id],
  );
  program = await start();
  const asked = call(`/v2/client/${clientId}/event/${event.id}/forgetall`).catch(() => undefined);
  const forgotten = () => count("from registrants where event_id = $1 and status = 'forgotten'", event.id);
  await until(async () => (await forgotten()) > 2_000);
  await kill();
  await asked;
  expect(await forgotten()).toBeLessThan(30_000);

  await app.database.pool.query(
    "update forgettings set asked_at = asked_at - interval '2 minutes' where event_id = $1",
    [event.id],
  );
  await app.runJob("finish-forgettings");
  expect(await forgotten()).toBe(30_000);
  expect(
    await count("from registrants where event_id = $1 and (email like '%@%' or first_name = 'Fay')", event.id),
  ).toBe(0);
  const proof =
    "from forgotten_people where event_id = $1 and forgotten_at is not null and 'email' = any (overwritten)";
  expect(await count(proof, event.id)).toBe(30_000);
  expect(await count("from forgettings where event_id = $1 and completed_at is not null", event.id)).toBe(1);
});

test("the log tells nobody's address or name, at any level", async () => {
  const event = { clientId, id: (await app.build.event(clientId)).id };
  const path = `/v2/client/${clientId}/event/${event.id}`;
  const at = createImporter(app);
  program = await start({ LOG_LEVEL: "trace" });
  const person = "email=gina.private%40acme.com&firstname=Ginevra&lastname=Marlowe&company=Acme";
  const statuses = [];
  for (const [method, below, body] of [
    ["POST", `${path}/registrant`, person],
    ["POST", `${path}/registrant`, `${person}&isdeleted=perhaps`],
    ["PATCH", `${path}/registrant`, `${person}&jobtitle=x`],
    ["PATCH", `/v2/client/${clientId}/registrant/gina.private%40acme.com`, "email=gina.private2%40acme.com"],
    ["GET", `/v2/client/${clientId}/registrant/gina.private2%40acme.com`, undefined],
    ["POST", `/v2/client/${clientId}/forget`, "email=nobody.gina.private%40acme.com"],
    ["POST", `/v2/client/${clientId}/forget`, "email=gina.private2%40acme.com"],
  ] as const)
    statuses.push((await call(below, { method, ...(body !== undefined && { body }) })).status);
  expect(statuses).toEqual([200, 400, 200, 200, 200, 404, 200]);
  const body = `email,firstname,lastname,company\ngina.private@acme.com,Ginevra,Marlowe,Acme\ngina.private,Ginevra,,\n`;
  const { importId } = (await (await call(`/api${at.pathOf(event)}`, { body, type: "text/csv" })).json()) as {
    importId: number;
  };
  await until(async () => (await at.read(event, importId)).state === "ready");
  // A failure of ours, in which PostgreSQL quotes the row.
  await app.database.pool.query(
    "alter table registrants add constraint nobody_new check (email not like 'gina.private3%') not valid",
  );
  expect((await call(`${path}/registrant`, { body: person.replace("private", "private3") })).status).toBe(500);
  await until(() => program?.output().includes("nobody_new"));
  expect(program.output()).not.toMatch(/gina|ginevra|marlowe/i);
});
