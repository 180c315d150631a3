import { sql } from "kysely";
import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { type Drift, listDriftedTotals } from "./drifts.ts";
import { counterSources } from "./sources.ts";

const app = await withApp();
const { db } = app.database;

/** Columns that are no counters: keys, and when something happened last. */
const others = new Set(["client_id", "event_id", "kind", "partner_ref", "last_activity_at"]);

/** Every counter of every table of totals that there is, `table.column`. */
async function listCounters(): Promise<string[]> {
  const { rows } = await sql<{ tableName: string; columnName: string }>`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name like '%\\_totals'`.execute(db);
  return rows
    .filter(({ columnName }) => !others.has(columnName))
    .map(({ tableName, columnName }) => `${tableName}.${columnName}`)
    .sort();
}

test("every counter of every table of totals is counted again, in exactly one way", async () => {
  const counted = counterSources.flatMap(({ table, counters }) =>
    Object.keys(counters).map((name) => `${table}.${name}`),
  );
  expect(counted.sort()).toEqual(await listCounters());
});

test("what a room counts is what counting gives", async () => {
  const room = await liveRoom(app);
  const people = [await room.person(), await room.person({ partnerref: "mail" })];
  for (const registrantId of people) {
    const page = await room.enter({ registrantId });
    await page.say("questions.ask", { text: "Why?" });
    await page.say("reactions.react", { type: "heart" });
    await page.say("chat.say", { text: "Hello" });
    await page.say("room.alive", { player: "playing" });
  }
  await room.closeAll();
  const totals = await db
    .selectFrom("eventTotals")
    .selectAll()
    .where("eventId", "=", room.eventId)
    .executeTakeFirstOrThrow();
  expect(totals).toMatchObject({ registrants: 2, attendees: 2, questionsAsked: 2, chatMessages: 2 });
  expect(await listDriftedTotals(db)).toEqual([]);
});

test("each counter that is off is found, told, and mended to what counting gives", async () => {
  const room = await liveRoom(app);
  await room.person({ partnerref: "mail" });
  const key = { clientId: room.clientId, eventId: room.eventId };
  await db
    .insertInto("eventMailTotals")
    .values({ ...key, kind: "confirmation" })
    .onConflict((on) => on.doNothing())
    .execute();
  const off: Drift[] = [];
  for (const { table, key: column, counters } of counterSources)
    for (const counter of Object.keys(counters)) {
      const { rows } = await sql<{ key: string | null; claimed: number }>`
        update ${sql.table(table)} set ${sql.ref(counter)} = ${sql.ref(counter)} + 3 where event_id = ${room.eventId}
        returning ${column === undefined ? sql`null::text` : sql.ref(column)} as key, ${sql.ref(counter)} as claimed`.execute(
        db,
      );
      for (const row of rows) off.push({ table, counter, ...key, ...row, counted: row.claimed - 3 });
    }
  expect(off.length).toBeGreaterThanOrEqual((await listCounters()).length);
  const inOrder = (drifts: readonly object[]) =>
    drifts.map((drift) => JSON.stringify(Object.entries(drift).sort())).sort();
  expect(inOrder(await listDriftedTotals(db))).toEqual(inOrder(off));
  // The nightly check tells and changes nothing.
  await app.runJob("check-totals");
  expect(await listDriftedTotals(db)).toHaveLength(off.length);
  const { mended } = await operated<{ mended: object[] }>(app, "POST /repairs/counters");
  expect(mended).toHaveLength(off.length);
  expect(await listDriftedTotals(db)).toEqual([]);
  expect(await operated(app, "POST /repairs/counters")).toEqual({ mended: [] });
});

test("totals that are missing are made", async () => {
  const room = await liveRoom(app);
  await room.person({ partnerref: "mail" });
  await db.deleteFrom("eventPartnerTotals").where("eventId", "=", room.eventId).execute();
  await operated(app, "POST /repairs/counters");
  const partners = await db.selectFrom("eventPartnerTotals").selectAll().where("eventId", "=", room.eventId).execute();
  expect(partners).toEqual([{ clientId: room.clientId, eventId: room.eventId, partnerRef: "mail", registrants: 1 }]);
});
