import { beforeEach, expect, test } from "vitest";
import { type TestApp, withApp } from "../../../../test/harness.ts";
import { addPerson } from "../../../../test/mail-fixture.ts";
import { dispatchEmailsJob } from "./dispatch-emails.ts";

// The event starts at 17:00 UTC on 5 March 2030 and lasts an hour.
const startsAt = new Date("2030-03-05T17:00:00Z");
const at = (time: string) => new Date(`2030-03-${time}Z`);
const joined = at("01T12:00:00");

const app = await withApp();
let event: Awaited<ReturnType<TestApp["build"]["event"]>>;
beforeEach(async () => {
  event = await app.build.event((await app.build.client()).id, { title: "Live", startsAt });
  await app.database.pool.query("update event_emails set is_activated = false");
});

async function set(kind: string, values: { timing?: string; customAt?: Date; isActivated?: boolean }, of = event) {
  const { timing = "custom", customAt = null, isActivated = true } = values;
  await app.database.pool.query(
    "update event_emails set timing = $1, custom_at = $2, is_activated = $3 where event_id = $4 and kind = $5",
    [timing, customAt, isActivated, of.id, kind],
  );
}

async function change(changes: string, ...values: unknown[]) {
  await app.database.pool.query(`update events set ${changes} where id = $1`, [event.id, ...values]);
}

async function register(values: Parameters<typeof addPerson>[2] = {}, createdAt = joined): Promise<number> {
  const { registrantId } = await addPerson(app, event, values);
  await app.database.pool.query("update registrants set created_at = $1 where id = $2", [createdAt, registrantId]);
  return registrantId;
}

/** Runs the job at a time; answers who is owed what, in all, as `kind: people`. */
async function runAt(time: Date): Promise<Record<string, number[]>> {
  app.clock.now = time;
  await dispatchEmailsJob.run(app.jobContext, {});
  const { rows } = await app.database.pool.query(
    `select kind, array_agg(registrant_id order by registrant_id, occasion) as people from mails where event_id = $1
     group by 1 order by 1`,
    [event.id],
  );
  return Object.fromEntries(rows.map(({ kind, people }) => [kind, people]));
}

test("a reminder goes to everybody when its time has come, once", async () => {
  await set("reminder-1", { timing: "1-day-before" });
  const [gina, hugo] = [await register(), await register()];
  expect(await runAt(at("04T16:59:59"))).toEqual({});
  expect(await runAt(at("04T17:00:00"))).toEqual({ "reminder-1": [gina, hugo] });
  expect(await runAt(at("04T17:01:00"))).toEqual({ "reminder-1": [gina, hugo] });
});

test("not to those who are not in, have no address of their own, or came when it had gone out", async () => {
  await set("reminder-1", { timing: "1-day-before" });
  const gina = await register();
  for (const status of ["deleted", "forgotten", "unconfirmed", "pending", "waitlisted", "denied"] as const)
    await register({ status });
  await register({ isBlocked: true });
  await register({ isAnonymous: true });
  await register({}, at("04T17:00:00"));
  expect(await runAt(at("04T17:00:30"))).toEqual({ "reminder-1": [gina] });
});

test("each of an event's e-mails at its own time; what is switched off never", async () => {
  await set("reminder-1", { timing: "1-day-before" });
  await set("reminder-2", { timing: "15-minutes-before" });
  await set("reminder-3", { customAt: at("03T09:30:00") });
  await set("follow-up-missed", { timing: "1-hour-after" });
  await set("confirmation", { timing: "at-registration" });
  const gina = await register();
  expect(Object.keys(await runAt(at("03T09:30:00")))).toEqual(["reminder-3"]);
  expect(Object.keys(await runAt(at("05T16:45:00")))).toEqual(["reminder-1", "reminder-2", "reminder-3"]);
  await set("follow-up-missed", { timing: "1-hour-after", isActivated: false });
  expect(Object.keys(await runAt(at("05T19:00:00")))).not.toContain("follow-up-missed");
  await set("follow-up-missed", { timing: "1-hour-after" });
  expect(await runAt(at("05T19:01:00"))).toMatchObject({ "follow-up-missed": [gina] });
});

test("an event that moves to later is reminded of again, one that moves to earlier is not", async () => {
  await set("reminder-1", { timing: "1-day-before" });
  const gina = await register();
  await runAt(at("04T17:00:00"));
  await change("starts_at = $2, live_ends_at = $3", at("05T16:00:00"), at("05T17:00:00"));
  expect(await runAt(at("04T17:02:00"))).toEqual({ "reminder-1": [gina] });
  await change("starts_at = $2, live_ends_at = $3", at("08T17:00:00"), at("08T18:00:00"));
  expect(await runAt(at("07T16:59:00"))).toEqual({ "reminder-1": [gina] });
  expect(await runAt(at("07T17:00:00"))).toEqual({ "reminder-1": [gina, gina] });
});

test("nobody is reminded of what is over, inactive or deleted", async () => {
  await set("reminder-1", { timing: "15-minutes-before" });
  await register();
  expect(await runAt(at("05T18:00:00"))).toEqual({});
  await change("is_active = false");
  expect(await runAt(at("05T16:50:00"))).toEqual({});
  await change("is_active = true, deleted_at = now()");
  expect(await runAt(at("05T16:50:00"))).toEqual({});
});

test("a follow-up waits for the end as it comes, and is dropped when nothing could send it for three days", async () => {
  await set("follow-up-missed", { timing: "1-hour-after" });
  const gina = await register();
  await change("started_at = starts_at");
  expect(await runAt(at("05T19:30:00"))).toEqual({});
  await change("ended_at = $2", at("05T19:40:00"));
  expect(await runAt(at("05T20:39:00"))).toEqual({});
  expect(await runAt(at("08T20:40:01"))).toEqual({});
  expect(await runAt(at("08T20:39:59"))).toEqual({ "follow-up-missed": [gina] });
});

test("until there is a console that notes who attends, everybody has missed it", async () => {
  await set("follow-up-attended", { timing: "1-hour-after" });
  await set("follow-up-missed", { timing: "1-hour-after" });
  const gina = await register();
  expect(await runAt(at("05T19:00:00"))).toEqual({ "follow-up-missed": [gina] });
});

test("more people than one chunk: killed in the middle, the next run leaves no one out and doubles nobody", async () => {
  await set("reminder-1", { timing: "1-day-before" });
  await app.database.pool.query(
    `insert into registrants (client_id, event_id, email, email_key, created_at)
     select $1, $2, 'crowd-' || n || '@acme.com', 'crowd-' || n || '@acme.com', $3 from generate_series(1, 4500) n`,
    [event.clientId, event.id, joined],
  );
  await runAt(at("04T17:00:00"));
  // As if the run had ended within the second chunk, with some of them sent already.
  await app.database.pool.query("update event_emails set dispatched_at = null where event_id = $1", [event.id]);
  await app.database.pool.query(
    `delete from mails where event_id = $1 and registrant_id > (select min(registrant_id) + 2000 from mails where event_id = $1)`,
    [event.id],
  );
  await app.database.pool.query("update mails set state = 'sent' where event_id = $1", [event.id]);
  const { "reminder-1": people = [] } = await runAt(at("04T17:01:00"));
  expect(people).toHaveLength(4500);
  expect(new Set(people).size).toBe(4500);
});

test("two workers at once owe everybody once, and what the producer wrote keeps its date", async () => {
  await set("reminder-1", { timing: "1-day-before" });
  for (let n = 0; n < 5; n++) await register();
  const modified = async () =>
    (await app.database.pool.query("select max(modified_at) as at from event_emails where event_id = $1", [event.id]))
      .rows[0].at;
  const before = await modified();
  app.clock.now = at("04T17:00:00");
  await Promise.all([1, 2, 3].map(() => dispatchEmailsJob.run(app.jobContext, {})));
  expect((await runAt(at("04T17:00:00")))["reminder-1"]).toHaveLength(5);
  expect(await modified()).toEqual(before);
});

test("another client's people are not written to", async () => {
  const other = await app.build.event((await app.build.client()).id, { startsAt });
  await set("reminder-1", { timing: "1-day-before" }, other);
  await register();
  expect(await runAt(at("04T17:00:00"))).toEqual({});
});
