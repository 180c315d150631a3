import { beforeEach, expect, test } from "vitest";
import { withApp } from "../../../../../test/harness.ts";
import { until } from "../../../../../test/until.ts";
import { cancelRegistration } from "../cancel-registration.ts";

// An upgrade may find that two registrants of an event have one mailbox, in two spellings. All of them stay, and an
// address finds the one of rank 0, who is in the event if any of them is.

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
const { pool } = app.database;
let eventId: number;

beforeEach(async () => {
  await pool.query("delete from registrants");
  eventId = (await app.build.event(clientId)).id;
});

async function register(email: string, form: Record<string, string> = {}) {
  const person = { email, firstname: "Ada", lastname: "Lovelace", company: "Engines" };
  const path = `POST /client/${clientId}/event/${eventId}/registrant`;
  return (await app.call(token, path, { form: { ...person, ...form } })).json();
}

/** Two registrants with the key of the first one's address, as the upgrade leaves them. */
async function registerTwice(email: string, other: string): Promise<{ first: number; second: number }> {
  const { eventuserid: first } = await register(email);
  const { eventuserid: second } = await register(other);
  await pool.query(
    "update registrants s set email_key = f.email_key, email_rank = 1 from registrants f where f.id = $1 and s.id = $2",
    [first, second],
  );
  return { first, second };
}

const findId = async (email: string) =>
  (await app.call(token, `GET /client/${clientId}/registrant/${encodeURIComponent(email)}?eventid=${eventId}`)).json()
    .registrant?.eventuserid;

const rename = (email: string, to: string) =>
  app.call(token, `PATCH /client/${clientId}/registrant/${encodeURIComponent(email)}`, { form: { email: to } });

const ranks = async () => {
  const { rows } = await pool.query(
    "select id, email_key, email_rank from registrants where event_id = $1 order by id",
    [eventId],
  );
  return rows.map(({ id, email_key, email_rank }) => [id, email_key, email_rank]);
};

test("who is left of two is found again when the other is taken out", async () => {
  const { first, second } = await registerTwice("ada@acme.example", "ada@acme2.example");
  await register("ada@acme.example", { isdeleted: "Y" });
  expect((await ranks()).map(([id, , rank]) => [id, rank])).toEqual([
    [first, 1],
    [second, 0],
  ]);
  expect((await register("ada@acme.example")).eventuserid).toBe(second);
});

test.each(["by address", "by link"])(
  "who goes waits for another of the mailbox before holding anybody (%s)",
  async (way) => {
    const { first, second } = await registerTwice("ada@acme.example", "ada@acme2.example");
    await pool.query("update registrants set email_rank = 2 where id = $1", [first]);
    await pool.query("update registrants set email_rank = 0 where id = $1", [second]);
    const other = await pool.connect();
    await other.query("begin");
    await other.query("select from registrants where id = $1 for update", [first]);
    const going =
      way === "by link"
        ? cancelRegistration(
            app.database.db,
            { clientId, eventId, registrantId: second },
            { actor: "test", now: new Date() },
          )
        : register("ada@acme.example", { isdeleted: "Y" });
    await until(async () => {
      const { rowCount } = await pool.query(
        "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      return rowCount === 1;
    });
    // Held in two orders by two who go at once, they would wait for each other.
    await other.query("select from registrants where id = $1 for update nowait", [second]);
    await other.query("commit");
    other.release();
    await going;
    expect((await ranks()).map(([id, , rank]) => [id, rank])).toEqual([
      [first, 0],
      [second, 1],
    ]);
  },
);

test("all who share a mailbox are forgotten with it", async () => {
  const { first, second } = await registerTwice("ada@acme.example", "ada@acme2.example");
  const answer = await app.call(token, `POST /client/${clientId}/forget`, { form: { email: "ada@acme.example" } });
  expect(answer.json()).toEqual({ deletedregistrants: { eventuserids: [first, second] } });
});

test("two with one mailbox move to the next together, in their order", async () => {
  const { first, second } = await registerTwice("ada@acme.example", "ada@acme2.example");
  expect((await rename("ada@acme.example", "ada@other.example")).statusCode).toBe(200);
  expect(await ranks()).toEqual([
    [first, "ada@other.example", 0],
    [second, "ada@other.example", 1],
  ]);
});

test("who was second of a mailbox is the first of a new one", async () => {
  const { first, second } = await registerTwice("ada@acme.example", "ada@acme2.example");
  await pool.query("update registrants set status = 'deleted' where id = $1", [first]);
  expect((await rename("ada@acme.example", "ada@other.example")).statusCode).toBe(200);
  expect(await ranks()).toEqual([
    [first, "ada@acme.example", 0],
    [second, "ada@other.example", 0],
  ]);
  expect(await findId("ada@other.example")).toBe(second);
});

test("who was second of a mailbox takes nobody's", async () => {
  const { first, second } = await registerTwice("ada@acme.example", "ada@acme2.example");
  const { eventuserid: bob } = await register("bob@acme.example");
  await pool.query("update registrants set status = 'deleted' where id = $1", [first]);
  const before = await ranks();
  expect((await rename("ada@acme.example", "bob@acme.example")).statusCode).not.toBe(200);
  expect(await ranks()).toEqual(before);
  expect(await findId("bob@acme.example")).toBe(bob);
  expect(second).not.toBe(bob);
});

test("a mailbox's other spelling changes nothing of who is found", async () => {
  const { first, second } = await registerTwice("ada@acme.example", "ada@acme2.example");
  await rename("ada@acme.example", "Ada@ACME.example");
  expect((await ranks()).map(([id, , rank]) => [id, rank])).toEqual([
    [first, 0],
    [second, 1],
  ]);
});
