import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { createDoors, putGate, standing } from "../../../../test/admission-fixture.ts";
import { withApp } from "../../../../test/harness.ts";
import { createImporter, makeList } from "../../../../test/import-fixture.ts";
import { operated } from "../../../../test/operator-api.ts";
import { until } from "../../../../test/until.ts";
import { requeueImportsJob, runImportJob, sweepImportsJob } from "./jobs.ts";

const app = await withApp();
const at = createImporter(app);
const doors = createDoors(app);
const clientId = (await app.build.client()).id;
let event: { clientId: number; id: number };

afterAll(() => doors.drain());
beforeEach(async () => {
  event = { clientId, id: (await app.build.event(clientId)).id };
});
afterEach(() => {
  delete app.clock.now;
});

const query = async (text: string, ...values: unknown[]) => (await app.database.pool.query(text, values)).rows;
const countPeople = async () =>
  (await query("select count(*) as people from registrants where event_id = $1", event.id))[0]?.people;

/** One event with every kind of person and gate; what a list does to it depends on all of them. */
async function buildBusyEvent(): Promise<string> {
  for (const name of ["in", "gone", "denied", "pending"]) await doors.enter("rest", event.id, `${name}@acme.com`);
  await query("update registrants set status = 'deleted' where event_id = $1 and email = 'gone@acme.com'", event.id);
  await query("update event_totals set registrants = 1 where event_id = $1", event.id);
  for (const status of ["denied", "pending"])
    await query(
      "update registrants set status = $2 where event_id = $1 and email = $3",
      event.id,
      status,
      `${status}@acme.com`,
    );
  await putGate(app, event, "addresses", { blocked: ["rival.com"] });
  const given = ["in", "gone", "denied", "pending", "one", "two", "ONE", "three", "two"];
  const rows = given.map((name) => `${name}@acme.com,A,B,C`);
  return ["email,firstname,lastname,company", ...rows, "x@rival.com,A,B,C", "four@acme.com,,B,C", ",A,B,C"].join("\n");
}

test.each([
  ["no gate", async () => {}],
  ["seats and a waiting list", () => putGate(app, event, "capacity", { seats: 3 })],
  ["seats alone", () => putGate(app, event, "capacity", { seats: 2, hasWaitlist: false, ownText: "Full." })],
  ["approval", () => putGate(app, event, "approval")],
  ["double opt-in", () => putGate(app, event, "confirmation")],
  ["nobody new", () => putGate(app, event, "closed")],
])("a dry run tells what the import then does, and does nothing: %s", async (_name, prepare) => {
  const list = await buildBusyEvent();
  await prepare();
  await operated(app, `PATCH /clients/${clientId}/events/${event.id}/gates`, { guardsAllDoors: true });
  const before = [
    await standing(app, event.id),
    await query("select * from registrants where event_id = $1 order by id", event.id),
  ];
  const dry = await at.run(event, list, { query: "?dryRun=true" });
  expect([
    await standing(app, event.id),
    await query("select * from registrants where event_id = $1 order by id", event.id),
  ]).toEqual(before);
  const real = await at.run(event, list);
  expect(dry.state).toBe("ready");
  expect(dry.counts).toEqual(real.counts);
  const comparable = ({ list: rows }: typeof dry) => rows.map(({ registrantId: _, ...row }) => row);
  expect(comparable(dry)).toEqual(comparable(real));
});

test("a long dry run counts the seats of its earlier rows", async () => {
  await putGate(app, event, "capacity", { seats: 1100, doors: ["import"] });
  const { counts } = await at.run(event, makeList(1500), { query: "?dryRun=true" });
  expect(counts).toMatchObject({ created: 1100, waiting: 400 });
});

test("goes on where it stopped: a worker that ends leaves the rest to the next", async () => {
  const { importId } = await at.receive(event, makeList(1500));
  await runImportJob.run({ ...app.jobContext, signal: AbortSignal.abort() }, { clientId, importId });
  expect(await at.read(event, importId)).toMatchObject({
    state: "processing",
    counts: { created: 1024 },
    remaining: 476,
  });
  await app.runJobs();
  expect(await at.read(event, importId)).toMatchObject({ state: "ready", counts: { created: 1500 }, remaining: 0 });
  expect(await countPeople()).toBe(1500);
});

test("people who were let in by a worker that died before noting it are not doubled, and count as created", async () => {
  await doors.enter("rest", event.id, "p3@acme.com");
  const { importId } = await at.run(event, `${makeList(5)}p1@acme.com,Ada,x,Acme\n`);
  await query(
    "update import_rows set outcome = null, status = null, registrant_id = null where import_id = $1 and row_number > 1",
    importId,
  );
  await query(
    `update imports set state = 'processing', claimed_at = now() - interval '3 minutes', attempts = 1,
       created_count = 1, updated_count = 0 where id = $1`,
    importId,
  );
  await requeueImportsJob.run(app.jobContext, {});
  await app.runJobs();
  const rows = await at.rows(event, importId);
  expect(rows.map(({ outcome }) => outcome)).toEqual([
    "created",
    "created",
    "updated",
    "created",
    "created",
    "updated",
  ]);
  expect(await countPeople()).toBe(5);
});

test("a fault of ours leaves the rows to be tried again, and tells of nobody twice", async () => {
  const { importId } = await at.receive(event, makeList(3));
  await query("alter table event_totals rename to away");
  try {
    await expect(runImportJob.run(app.jobContext, { clientId, importId })).rejects.toThrow("event_totals");
  } finally {
    await query("alter table away rename to event_totals");
  }
  expect(await at.read(event, importId)).toMatchObject({ state: "received", remaining: 3 });
  await app.runJobs();
  expect(await at.read(event, importId)).toMatchObject({ state: "ready", counts: { created: 3 } });
});

test("fails when its event is deleted meanwhile", async () => {
  const { importId } = await at.receive(event, makeList(2));
  await query("update events set deleted_at = now() where id = $1", event.id);
  await app.runJobs();
  const [failed] = await query("select state, reason from imports where id = $1", importId);
  expect(failed).toEqual({ state: "failed", reason: "The event was deleted" });
  expect((await at.call("GET", `${at.pathOf(event)}/${importId}`)).json().title).toBe("event.unknown");
  expect(await countPeople()).toBe(0);
});

test("ended before its turn it registers nobody; ended later it only forgets its list", async () => {
  const end = async (importId: number) => (await at.call("DELETE", `${at.pathOf(event)}/${importId}`)).json();
  const waiting = await at.receive(event, makeList(3));
  expect(await end(waiting.importId)).toMatchObject({ state: "cancelled", erasedAt: expect.any(String), remaining: 0 });
  await app.runJobs();
  expect(await countPeople()).toBe(0);
  expect((await at.rows(event, waiting.importId))[0]).toEqual({
    row: 1,
    outcome: "invalid",
    code: "import.rowErased",
    detail: "What the row told was removed before it was worked.",
  });
  const done = await at.run(event, makeList(2));
  expect(await end(done.importId)).toMatchObject({ state: "ready", counts: { created: 2 } });
  expect((await at.rows(event, done.importId))[0]).toEqual({
    row: 1,
    outcome: "created",
    status: "active",
    registrantId: expect.any(Number),
  });
  expect(await end(done.importId)).toEqual(await at.read(event, done.importId));
  const { rows } = await app.database.pool.query("select given, email from import_rows where import_id = any($1)", [
    [waiting.importId, done.importId],
  ]);
  expect(new Set(rows.map(({ given, email }) => given ?? email))).toEqual(new Set([null]));
});

test("a running import that is ended stops after the rows at hand", async () => {
  const { importId } = await at.receive(event, makeList(3000));
  const holder = await app.database.pool.connect();
  try {
    // Whoever comes to this row waits: the worker with its second thousand, and the one who ends the import.
    await holder.query("begin");
    await holder.query("select from import_rows where import_id = $1 and row_number = 1100 for update", [importId]);
    const running = runImportJob.run(app.jobContext, { clientId, importId });
    await until(async () => (await at.read(event, importId)).counts.created === 1024);
    const ending = at.call("DELETE", `${at.pathOf(event)}/${importId}`);
    await until(async () => (await at.read(event, importId)).state === "cancelled");
    await holder.query("commit");
    await Promise.all([running, ending]);
  } finally {
    holder.release();
  }
  const { counts, remaining } = await at.read(event, importId);
  expect(counts.created).toBeLessThanOrEqual(2048);
  expect([remaining, await countPeople()]).toEqual([0, counts.created]);
});

test("rows are removed 30 days after; the counts stay", async () => {
  const { importId } = await at.run(event, makeList(2));
  app.clock.now = new Date(Date.now() + 29 * 86_400_000);
  await sweepImportsJob.run(app.jobContext, {});
  expect(await at.rows(event, importId)).toHaveLength(2);
  app.clock.now = new Date(Date.now() + 31 * 86_400_000);
  await sweepImportsJob.run(app.jobContext, {});
  expect(await at.rows(event, importId)).toEqual([]);
  expect(await at.read(event, importId)).toMatchObject({ counts: { created: 2 }, erasedAt: expect.any(String) });
});
