import { connect } from "@nats-io/transport-node";
import { afterEach, expect, test } from "vitest";
import { OPERATOR_KEY, startTestApp, type TestApp } from "../../../../test/harness.ts";
import { type NatsServer, startNatsServer } from "../../../../test/nats-server.ts";
import type { RoomClient } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { until } from "../../../../test/until.ts";
import { readConfig } from "../../../config.ts";
import { listen, ROOM_CHANNEL } from "../../../db/listen.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { tell } from "./room-log.ts";

const ends: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function natsServer(port?: number, options: string[] = []): Promise<NatsServer> {
  const server = await startNatsServer(port, options);
  ends.push(server.kill);
  return server;
}

/** An app that is told of rooms by the NATS at an address, beside another. */
async function appAt(natsUrl: string, beside?: TestApp): Promise<TestApp> {
  const { nats } = readConfig({ NATS_URL: natsUrl });
  const app = await startTestApp({ nats }, beside?.databaseUrl);
  ends.push(app.close);
  return app;
}

const isUp = async ({ app }: TestApp) => {
  const figures = { url: "/metrics", headers: { authorization: `Bearer ${OPERATOR_KEY}` } };
  return /^lectern_nats_up 1$/m.test((await app.server.inject(figures)).body);
};

type Room = Awaited<ReturnType<typeof liveRoom>>;

const tellRoom = (through: TestApp, room: Room, here: number) =>
  inTransaction(through.database.db, (tx) =>
    tell(tx, [{ room, to: "everybody", kind: "room.people", body: { here } }]),
  );

/** A page in a room at each of two processes. */
async function pagesAt(room: Room, other: TestApp): Promise<RoomClient[]> {
  const pages = [
    await room.enter({ registrantId: await room.person() }),
    await room.enter({ registrantId: await room.person() }, await other.listen()),
  ];
  for (const page of pages) await page.welcome();
  return pages;
}

/** Waits until every page has heard all messages up to a number; each once, and in their order. */
async function expectAll(pages: readonly RoomClient[], last: number): Promise<void> {
  for (const page of pages) {
    await page.told("room.people", ({ seq }) => seq === last);
    expect(page.numbered.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  }
}

/** What the database tells processes of rooms, from now on. */
async function notified(app: TestApp): Promise<string[]> {
  const heard: string[] = [];
  const listener = await listen(app.databaseUrl, {
    onMessage: { [ROOM_CHANNEL]: (text) => heard.push(text) },
    onGap: () => {},
  });
  ends.push(() => listener.close());
  return heard;
}

/** What is told by NATS, from now on. */
async function carried(port: number): Promise<string[]> {
  const heard: string[] = [];
  const connection = await connect({ port });
  ends.push(() => connection.close());
  connection.subscribe(">", { callback: (_error, message) => void heard.push(message.string()) });
  await connection.flush();
  return heard;
}

const waking = (texts: readonly string[]) => texts.filter((text) => text.includes('"wake":true'));

test("two processes wake each other by NATS and not by the database; every message is told once and in order", async () => {
  const { port } = await natsServer();
  const one = await appAt(`nats://127.0.0.1:${port}`);
  const other = await appAt(`nats://127.0.0.1:${port}`, one);
  for (const app of [one, other]) await until(() => isUp(app));
  const [byDatabase, byNats] = [await notified(one), await carried(port)];
  const room = await liveRoom(one);
  const pages = await pagesAt(room, other);
  const both = [one, other];
  await Promise.all(Array.from({ length: 60 }, (_, number) => tellRoom(both[number % 2] as TestApp, room, number)));
  await expectAll(pages, 60);
  await until(() => waking(byNats).length > 0);
  expect(byDatabase).toEqual([]);
  // How many are here is told by it, too.
  for (const page of pages) await page.told("room.people", ({ seq, here }) => seq === undefined && here === 2);
  await room.closeAll();
});

test("NATS is killed and comes back in the middle: nothing is lost, nothing told twice", async () => {
  const first = await natsServer();
  const one = await appAt(`nats://127.0.0.1:${first.port}`);
  const other = await appAt(`nats://127.0.0.1:${first.port}`, one);
  const both = [one, other];
  for (const app of both) await until(() => isUp(app));
  const room = await liveRoom(one);
  const pages = await pagesAt(room, other);
  let told = 0;
  const tellSome = async () => {
    for (let number = 0; number < 20; number++) await tellRoom(both[number % 2] as TestApp, room, ++told);
  };
  await Promise.all([tellSome(), first.kill()]);
  await expectAll(pages, 20);
  for (const app of both) await until(async () => !(await isUp(app)));
  await tellSome();
  await expectAll(pages, 40);
  const [, second] = await Promise.all([tellSome(), natsServer(first.port)]);
  for (const app of both) await until(() => isUp(app));
  const byNats = await carried(second.port);
  await tellSome();
  await expectAll(pages, 80);
  await until(() => waking(byNats).length > 0);
  await room.closeAll();
});

test("a process that NATS does not let in looks by itself, and is heard", async () => {
  const { port } = await natsServer(undefined, ["--user", "lectern", "--pass", "right/%"]);
  const one = await appAt(`nats://lectern:right%2F%25@127.0.0.1:${port}`);
  const other = await appAt(`nats://lectern:wrong@127.0.0.1:${port}`, one);
  await until(() => isUp(one));
  const room = await liveRoom(one);
  const pages = await pagesAt(room, other);
  for (const [index, app] of [one, other, one, other].entries()) await tellRoom(app, room, index);
  await expectAll(pages, 4);
  expect(await isUp(other)).toBe(false);
  await room.closeAll();
});

test("what was not committed wakes nobody", async () => {
  const { port } = await natsServer();
  const app = await appAt(`nats://127.0.0.1:${port}`);
  await until(() => isUp(app));
  const byNats = await carried(port);
  const room = await liveRoom(app);
  const undone = inTransaction(app.database.db, async (tx) => {
    await tell(tx, [{ room, to: "everybody", kind: "room.people", body: { here: 1 } }]);
    throw new Error("thought better of it");
  });
  await expect(undone).rejects.toThrow("thought better of it");
  await tellRoom(app, room, 2);
  await until(() => waking(byNats).length > 0);
  expect(waking(byNats)).toHaveLength(1);
});
