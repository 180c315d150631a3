import { connect, type Socket } from "node:net";
import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { startTestApp, withApp } from "../../../../test/harness.ts";
import { roomRequest } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { Room } from "./room.ts";

const app = await withApp();

afterEach(() => {
  delete app.clock.now;
});

test("a closed tab ends its session at once, also when it could not say so", async () => {
  app.clock.now = new Date("2026-06-01T10:00:00Z");
  const room = await liveRoom(app);
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann });
  await page.welcome();
  app.clock.now = new Date("2026-06-01T10:00:10Z");
  page.socket.close(1001);
  await expect
    .poll(
      () => app.database.db.selectFrom("viewingSessions").select("endedAt").where("registrantId", "=", ann).execute(),
      {
        timeout: 10_000,
      },
    )
    .toEqual([{ endedAt: app.clock.now }]);
});

test("whoever hangs up at the door keeps no room open", async () => {
  const own = await startTestApp();
  const { rooms } = own.app.caches;
  const room = await liveRoom(own);
  const ann = await room.person();
  await own.database.db.transaction().execute(async (tx) => {
    await tx.selectFrom("registrants").select("id").where("id", "=", ann).forUpdate().execute();
    const { url, headers } = roomRequest(room.base, room.eventId, { registrantId: ann });
    const { hostname, port, pathname, search } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port) });
    const lines = Object.entries({ ...headers, Host: "x", Upgrade: "websocket", Connection: "Upgrade" });
    const head = [...lines, ["Sec-WebSocket-Version", "13"], ["Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="]];
    socket.write(`GET ${pathname}${search} HTTP/1.1\r\n${head.map((line) => `${line.join(": ")}\r\n`).join("")}\r\n`);
    await expect.poll(() => rooms.size).toBe(1);
    socket.resetAndDestroy();
    await sql`select pg_sleep(0.5)`.execute(tx);
  });
  await expect.poll(() => rooms.size, { timeout: 10_000 }).toBe(0);
  await own.close();
});

test("a server that ends waits for nobody who is still coming in", async () => {
  const own = await startTestApp();
  const room = await liveRoom(own);
  const ann = await room.person();
  let entering: Promise<unknown> | undefined;
  let closing: Promise<unknown> | undefined;
  await own.database.db.transaction().execute(async (tx) => {
    await tx.selectFrom("registrants").select("id").where("id", "=", ann).forUpdate().execute();
    entering = room.enter({ registrantId: ann }).catch((error: Error) => error.message);
    await expect.poll(() => own.app.caches.rooms.size).toBe(1);
    closing = own.app.server.close();
    await sql`select pg_sleep(0.5)`.execute(tx);
  });
  expect(await entering).toContain("503");
  await closing;
  await own.close();
});

test("whoever floods and reads nothing is answered no more than they read", async () => {
  const room = await liveRoom(app);
  const page = await room.enter({ registrantId: await room.person() });
  await page.welcome();
  let pongs = 0;
  page.socket.on("pong", () => pongs++);
  page.socket.pause();
  const PINGS = 300_000;
  for (let ping = 0; ping < PINGS; ping++) page.socket.ping("x".repeat(125));
  await expect.poll(() => page.socket.bufferedAmount, { timeout: 30_000 }).toBe(0);
  page.socket.resume();
  await page.say("room.alive", { player: "playing" });
  expect(pongs).toBeGreaterThan(0);
  expect(pongs).toBeLessThan(PINGS);
  await room.closeAll();
});

test("whoever goes on after they were asked to close is not answered any more", async () => {
  const room = await liveRoom(app);
  const page = await room.enter({ registrantId: await room.person() });
  await page.welcome();
  const { _socket: connection } = page.socket as unknown as { _socket: Socket };
  page.socket.pause();
  for (let id = 1; id <= 20_000; id++) page.send({ kind: "room.alive", id, player: "playing" });
  await expect.poll(() => page.socket.bufferedAmount, { timeout: 30_000 }).toBe(0);
  page.socket.resume();
  expect(await page.closed()).toBe(1008);
  expect(connection.bytesRead).toBeLessThan(200_000);
});

test("newcomers who come together are told what was read once", async () => {
  const { eventId } = await liveRoom(app);
  const room = new Room((await app.app.caches.events.get(eventId)) as AdmissionEvent, 0, new Date());
  let reads = 0;
  const read = async () => {
    reads++;
    return { seq: 0, text: "{}" };
  };
  const failing = () => Promise.reject(new Error("away"));
  await expect(Promise.all([failing, failing].map((one) => room.snapshotFor("audience", one)))).rejects.toThrow("away");
  await Promise.all(Array.from({ length: 500 }, () => room.snapshotFor("audience", read)));
  await room.snapshotFor("audience", read);
  expect(reads).toBe(1);
  await room.snapshotFor("producer", read);
  expect(reads).toBe(2);
});
