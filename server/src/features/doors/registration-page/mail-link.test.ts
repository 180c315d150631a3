import type { Selectable } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { putGate } from "../../../../test/admission-fixture.ts";
import { withApp } from "../../../../test/harness.ts";
import { cookieOf, createPageVisitor } from "../../../../test/page-fixture.ts";
import type { Events } from "../../../db/types.ts";

// The log-in of an event's page: by the mailbox, and nobody learns who is registered.

const app = await withApp();
const { id: clientId } = await app.build.client({ name: "Northlight" });
let event: Selectable<Events>;
const { addresses, get, post, register } = createPageVisitor(app, () => event);

beforeEach(async () => {
  app.clock.now = new Date("2026-06-01T12:00:00Z");
  event = await app.build.event(clientId, { title: "Quiet machines", startsAt: new Date("2026-06-02T12:00:00Z") });
});

const logIn = (email: string, more: Record<string, string> = {}) =>
  post(`${addresses().audience}/login`, { email, ...more });

/** The links that were mailed, oldest first. */
async function mailedLinks(): Promise<string[]> {
  await app.runJobs();
  await app.sendMails();
  const { rows } = await app.database.pool.query<{ body: string }>(
    "select text as body from mailbox where event_id = $1 and kind = 'log-in' order by id",
    [event.id],
  );
  return rows.map(({ body }) => /https?:\/\/\S+\/join/.exec(body)?.[0] ?? "");
}

test("mails the link that leads in, however the address is spelt", async () => {
  await register();
  const answer = await logIn(" ADA@Acme.com");
  expect([answer.statusCode, answer.headers["set-cookie"]]).toEqual([200, undefined]);
  expect(answer.body).toContain("<h1>Please check your e-mail</h1>");
  const [link = "", ...rest] = await mailedLinks();
  expect(rest).toEqual([]);
  const joined = await get(new URL(link).pathname);
  expect([joined.statusCode, joined.headers.location]).toEqual([303, addresses().lobby]);
  expect(cookieOf(joined)).toContain(`lectern_seat_${event.id}=`);
});

test("answers everybody the same, and asks nobody before it answers", async () => {
  await register();
  await register({ email: "blocked@acme.com" });
  await register({ email: "gone@acme.com" });
  const { pool } = app.database;
  await pool.query("update registrants set is_blocked = true where email = 'blocked@acme.com'");
  await pool.query("update registrants set status = 'deleted' where email = 'gone@acme.com'");
  const answers = [];
  for (const email of ["ada@acme.com", "nobody@acme.com", "blocked@acme.com", "gone@acme.com"]) {
    const { statusCode, body, headers } = await logIn(email);
    answers.push(JSON.stringify([statusCode, body, Object.keys(headers).sort()]));
    // What differs is done by a job later.
    expect((await pool.query("select from mails where kind = 'log-in' and event_id = $1", [event.id])).rowCount).toBe(
      0,
    );
    expect((await pool.query("select from graphile_worker.jobs where task_identifier = 'mail-link'")).rowCount).toBe(
      answers.length,
    );
  }
  expect(new Set(answers).size).toBe(1);
  expect(await mailedLinks()).toHaveLength(1);
});

test("asked for again it is not mailed again, until some minutes have passed", async () => {
  await register();
  for (let n = 0; n < 3; n++) await logIn("ada@acme.com");
  expect(await mailedLinks()).toHaveLength(1);
  app.clock.now = new Date("2026-06-01T12:05:00Z");
  await logIn("ada@acme.com");
  expect(await mailedLinks()).toHaveLength(2);
});

test.each([
  ["approval", 1],
  ["confirmation", 0],
])(
  "who waits is led to where they stand; who has not confirmed an address is promised no mail (%s)",
  async (gate, mails) => {
    await putGate(app, event, gate);
    await register();
    await logIn("ada@acme.com");
    const links = await mailedLinks();
    expect(links).toHaveLength(mails);
    for (const link of links)
      expect((await get(new URL(link).pathname)).body).toContain("Your registration is being looked at");
  },
);

test("what is no address is refused as such", async () => {
  for (const email of ["", "ada", "ada@", `${"a".repeat(400)}@acme.com`])
    expect((await logIn(email)).statusCode).toBe(400);
  expect(await mailedLinks()).toEqual([]);
});
