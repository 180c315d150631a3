import { sql } from "kysely";
import { expect, test } from "vitest";
import { startTestApp, withApp } from "../../../../test/harness.ts";
import { roomRequest } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { tell } from "./room-log.ts";

const app = await withApp();

const block = (registrantId: number) =>
  app.database.db.updateTable("registrants").set({ isBlocked: true }).where("id", "=", registrantId).execute();

const sessionsOf = (registrantId: number) =>
  app.database.db.selectFrom("viewingSessions").selectAll().where("registrantId", "=", registrantId).execute();

test("whoever has left by their own word says nothing more on a connection that they keep", async () => {
  const room = await liveRoom(app);
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann });
  await page.say("room.leave", {});
  expect(await page.ask("room.alive", { player: "playing" })).toMatchObject({ kind: "refused", code: "room.left" });
  expect(await sessionsOf(ann)).toHaveLength(1);
});

test("a blocked person says nothing more by POST, also when they do not fetch the goodbye", async () => {
  const room = await liveRoom(app);
  const ann = await room.person();
  const { url, headers } = roomRequest(room.base, room.eventId, { registrantId: ann });
  const address = url.replace("?", "/messages?");
  await fetch(address, { headers });
  const say = async () => {
    const body = JSON.stringify([{ kind: "room.alive", id: 1, player: "playing" }]);
    const answer = await fetch(address, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body,
    });
    return (await answer.json()) as unknown;
  };
  expect(await say()).toMatchObject([{ kind: "done" }]);
  await block(ann);
  await expect.poll(say).toMatchObject([{ kind: "refused", code: "room.left" }]);
});

test("whoever is blocked while they come in is shown the door", async () => {
  const room = await liveRoom(app);
  const ann = await room.person();
  await (await room.enter({ registrantId: await room.person() })).welcome();
  let entering: ReturnType<typeof room.enter> | undefined;
  await app.database.db.transaction().execute(async (tx) => {
    // What concerns newcomers themselves is read after they were let in.
    await sql`lock table poll_answers in access exclusive mode`.execute(tx);
    entering = room.enter({ registrantId: ann });
    await expect.poll(() => sessionsOf(ann)).toHaveLength(1);
    await block(ann);
  });
  const page = await entering;
  expect(await page?.told("room.goodbye")).toMatchObject({ reason: "blocked" });
  expect(page?.heard).toHaveLength(1);
  await room.closeAll();
});

test("nobody is sent away because the database cannot tell about the event", async () => {
  const own = await startTestApp();
  const room = await liveRoom(own);
  const page = await room.enter({ registrantId: await room.person() });
  await page.welcome();
  await sql`alter table events rename to events_away`.execute(own.database.db);
  const { events, rooms } = own.app.caches;
  events.clear();
  rooms.gap();
  await expect(Promise.resolve(events.get(room.eventId))).rejects.toThrow();
  await sql`alter table events_away rename to events`.execute(own.database.db);
  await inTransaction(own.database.db, (tx) =>
    tell(tx, [{ room, to: "everybody", kind: "room.people", body: { here: 7 } }]),
  );
  await page.told("room.people", ({ here }) => here === 7);
  await room.closeAll();
  await own.close();
});

test("whoever is blocked is looked after alone: nobody looks through the whole room", async () => {
  const room = await liveRoom(app);
  const [ann, bob, pat, kim] = [
    await room.person(),
    await room.person(),
    await room.presenter(),
    await room.presenter(),
  ];
  const anns = await room.enter({ registrantId: ann });
  const bobs = await room.enter({ registrantId: bob });
  const [pats, kims] = [await room.enter({ presenterId: pat }), await room.enter({ presenterId: kim })];
  for (const page of [anns, bobs, pats, kims]) await page.welcome();
  const { db } = app.database;
  const revoke = (id: number) => db.updateTable("presenters").set({ linkVersion: 2 }).where("id", "=", id).execute();
  // Nobody is told of these two: they would have to go if the room were looked through.
  for (const table of ["registrants", "presenters"])
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(db);
  await block(bob);
  await revoke(kim);
  for (const table of ["registrants", "presenters"])
    await sql`alter table ${sql.table(table)} enable trigger user`.execute(db);
  await block(ann);
  expect(await anns.told("room.goodbye")).toMatchObject({ reason: "blocked" });
  await revoke(pat);
  expect(await pats.told("room.goodbye")).toMatchObject({ reason: "revoked" });
  for (const page of [bobs, kims]) await page.say("room.alive", { player: "playing" });
  // After a gap nobody knows who was named.
  app.app.caches.rooms.gap();
  expect(await bobs.told("room.goodbye")).toMatchObject({ reason: "blocked" });
  expect(await kims.told("room.goodbye")).toMatchObject({ reason: "revoked" });
  await room.closeAll();
});

test("many who are taken out at once go all of them", async () => {
  const room = await liveRoom(app);
  const people: number[] = [];
  for (let number = 0; number < 450; number++) people.push(await room.person());
  const last = people.at(-1) as number;
  const pages = [await room.enter({ registrantId: people[0] as number }), await room.enter({ registrantId: last })];
  for (const page of pages) await page.welcome();
  await app.database.db.updateTable("registrants").set({ isBlocked: true }).where("id", "in", people).execute();
  for (const page of pages) expect(await page.told("room.goodbye")).toMatchObject({ reason: "blocked" });
  await room.closeAll();
});
