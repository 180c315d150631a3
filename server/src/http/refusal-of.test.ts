import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OPERATOR_KEY, startTestApp, type TestApp } from "../../test/harness.ts";

// What the database does to a request, at every kind of door: the caller is asked to come again.

let app: TestApp;
let doors: (() => Promise<number>)[];
beforeAll(async () => {
  app = await startTestApp();
  const { id: clientId } = await app.build.client();
  const token = await app.build.token(clientId);
  const { id, audienceKey } = await app.build.event(clientId);
  const person = { email: "a@example.com", firstname: "A", lastname: "B", company: "C" };
  const form = new URLSearchParams(person).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const inject = async (request: object) => (await app.app.server.inject(request)).statusCode;
  doors = [
    async () => (await app.call(token, `POST /client/${clientId}/event/${id}/registrant`, { form: person })).statusCode,
    () => inject({ method: "POST", url: `/wcc/r/${id}/${audienceKey}`, headers, payload: form }),
    () => inject({ method: "POST", url: `/seamlessreg?eventid=${id}&key=${audienceKey}`, headers, payload: form }),
    () =>
      inject({
        method: "POST",
        url: "/api/clients",
        headers: { authorization: `Bearer ${OPERATOR_KEY}` },
        payload: { name: "Late" },
      }),
  ];
});
afterAll(() => app.close());

/** Makes the database do something at every write of a person or client. */
async function atEveryWrite(statement: string): Promise<void> {
  const tables = ["registrants", "clients"];
  await sql
    .raw(
      `create or replace function spoil() returns trigger language plpgsql as $$ begin ${statement}; return new; end $$`,
    )
    .execute(app.database.db);
  for (const table of tables)
    await sql
      .raw(`create or replace trigger spoil before insert on ${table} for each row execute function spoil()`)
      .execute(app.database.db);
}

test.each([
  ["has no room on its disk", "raise exception using errcode = '53100'"],
  ["has no memory", "raise exception using errcode = '53200'"],
  ["ends the connection in the middle", "perform pg_terminate_backend(pg_backend_pid())"],
  ["can only be read", "raise exception using errcode = '25006'"],
])("503 from every door when the database %s", async (_what, statement) => {
  await atEveryWrite(statement);
  for (const [index, door] of doors.entries()) expect([index, await door()]).toEqual([index, 503]);
});

test("500 from every door when the fault is ours", async () => {
  await atEveryWrite("raise exception using errcode = 'XX000'");
  for (const [index, door] of doors.entries()) expect([index, await door()]).toEqual([index, 500]);
});
