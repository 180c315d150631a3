import { connect } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { type RoomClient, roomRequest } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { tell } from "./room-log.ts";

const app = await withApp();
const room = await liveRoom(app);

const tellMuch = (count: number, text: string) =>
  inTransaction(app.database.db, (tx) =>
    tell(
      tx,
      Array.from({ length: count }, (_, here) => ({
        ...{ room, to: "everybody" as const, kind: "room.people" as const, body: { here, text } },
      })),
    ),
  );

/** Somebody who has connected by hand, and reads nothing of what is sent. */
async function deafPage(registrantId: number) {
  const { url, headers } = roomRequest(room.base, room.eventId, { registrantId });
  const { hostname, port, pathname, search } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const head = Object.entries({ ...headers, Host: "x", Upgrade: "websocket", Connection: "Upgrade" });
  const lines = [...head, ["Sec-WebSocket-Version", "13"], ["Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="]];
  socket.write(
    `GET ${pathname}${search} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
  );
  await new Promise((resolve) => socket.once("readable", resolve));
  return socket;
}

test("whoever reads nothing keeps nobody waiting, and costs a bounded part of our memory", async () => {
  const bystander = await room.enter({ registrantId: await room.person() });
  const deaf = await deafPage(await room.person());
  await bystander.welcome();
  const before = process.memoryUsage().rss;
  const text = "x".repeat(4000);
  for (let round = 0; round < 20; round++) await tellMuch(250, text);
  await bystander.told("room.people", ({ seq }) => seq === 5000);
  // 20 MB were told.
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  expect(bystander.numbered.map(({ seq }) => seq)).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1));
  deaf.destroy();
  await bystander.close();
});

test("whoever floods is refused with the time to wait, and shut out when they go on; others are served meanwhile", async () => {
  const [flooder, bystander] = [
    await room.enter({ registrantId: await room.person() }),
    await room.enter({ registrantId: await room.person() }),
  ];
  for (let id = 1; id <= 400; id++) flooder.send({ kind: "room.alive", id: 10_000 + id, player: "playing" });
  await bystander.say("room.alive", { player: "playing" });
  expect(await flooder.closed()).toBe(1008);
  const answers = flooder.heard.filter((message) => "re" in message);
  expect(answers.filter(({ kind }) => kind === "done").length).toBeLessThan(100);
  expect(answers.find(({ kind }) => kind === "refused")).toMatchObject({ code: "say.tooFast" });
  expect(answers.find(({ kind }) => kind === "refused")).toHaveProperty("retryAfterMs");
  await bystander.say("room.alive", { player: "playing" });
  await bystander.close();
});

test("what is no message closes the page that goes on with it, and never the server", async () => {
  const kinds = app.app.said.map(({ kind }) => kind);
  const hostile = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 100 }),
    fc.json(),
    fc.constant("[".repeat(8000)),
    fc.constant(`{"kind":"room.alive","id":1,"player":"playing","player":${'{"a":'.repeat(2000)}1${"}".repeat(2000)}}`),
    fc
      .record({ kind: fc.constantFrom(...kinds, "__proto__", "constructor", "toString"), id: fc.anything() })
      .chain((head) => fc.object().map((body) => safeJson({ ...body, ...head }))),
    fc
      .record({ kind: fc.constantFrom(...kinds), id: fc.nat() })
      .chain((head) =>
        fc
          .dictionary(fc.constantFrom("pollId", "text", "to", "player", "position", "eventId"), fc.jsonValue())
          .map((body) => safeJson({ ...body, ...head, text: "\u0000\ud800" })),
      ),
  );
  let page: RoomClient | undefined;
  const messages = fc.sample(hostile, 3000);
  for (const text of messages) {
    if (page?.socket.readyState !== 1) page = await room.enter({ registrantId: await room.person() });
    page.socket.send(text);
  }
  const health = await fetch(`${room.base}/health/live`);
  expect(health.status).toBe(200);
  const bystander = await room.enter({ registrantId: await room.person() });
  expect(await bystander.ask("room.alive", { player: "playing" })).toMatchObject({ kind: "done" });
  for (const message of [...(page?.heard ?? []), ...bystander.heard])
    expect(JSON.stringify(message)).not.toMatch(/server\.fault|Error:|select |node_modules/);
  await room.closeAll();
}, 300_000);

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return "null";
  }
}

test("longer frames, binary frames and broken text end the connection", async () => {
  const ann = await room.person();
  for (const frame of ["x".repeat(20_000), Buffer.from([1, 2, 3])]) {
    const page = await room.enter({ registrantId: ann });
    await page.welcome();
    page.socket.send(frame);
    expect([1006, 1008, 1009]).toContain(await page.closed());
  }
});

test("a request that offers another protocol is answered as it was asked, with its body", async () => {
  const { port } = new URL(room.base);
  const body = "email=h2c@example.com&firstname=Ann&lastname=Offer&company=Acme";
  const { clientId, eventId, token } = room;
  const socket = connect({ host: "127.0.0.1", port: Number(port) });
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  const lines = [
    `POST /v2/client/${clientId}/event/${eventId}/registrant HTTP/1.1`,
    ...["Host: x", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"],
    ...[`accesstokenkey: ${token.key}`, `accesstokensecret: ${token.secret}`],
    ...["Content-Type: application/x-www-form-urlencoded", `Content-Length: ${body.length}`],
  ];
  socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
  await expect.poll(() => text).toContain("h2c@example.com");
  expect(text).toMatch(/^HTTP\/1.1 200/);
  socket.destroy();
});

test("one person has only so many pages, and comes in only so often", async () => {
  const ann = await room.person();
  const pages: RoomClient[] = [];
  for (let number = 0; number < 12; number++) {
    const page = await room.enter({ registrantId: ann });
    await page.welcome();
    pages.push(page);
  }
  expect(await pages[0]?.told("room.goodbye")).toMatchObject({ reason: "replaced" });
  await pages[11]?.say("room.alive", { player: "playing" });
  const entering = Array.from({ length: 40 }, () => room.enter({ registrantId: ann }));
  const outcomes = await Promise.allSettled(entering);
  const refused = outcomes.filter(({ status }) => status === "rejected");
  expect(refused.length).toBeGreaterThan(15);
  for (const outcome of refused) expect(String((outcome as PromiseRejectedResult).reason)).toContain("429");
});

test("requests that are no handshake, and handshakes elsewhere, are answered and closed", async () => {
  const { port } = new URL(room.base);
  const ask = (lines: string[]) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect({ host: "127.0.0.1", port: Number(port) });
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("close", () => resolve(text.split("\r\n")[0] ?? ""));
      socket.on("error", reject);
      socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    });
  const upgrade = ["Host: x", "Connection: Upgrade", "Upgrade: websocket"];
  expect(await ask(["GET /nowhere HTTP/1.1", ...upgrade])).toContain("404");
  expect(await ask([`GET /wcc/room/${room.eventId}?tab=a HTTP/1.1`, ...upgrade])).toContain("401");
  expect(await ask([`GET /wcc/room/99999999?tab=a HTTP/1.1`, ...upgrade])).toContain("404");
  expect(
    await ask([`GET /wcc/room/${room.eventId}?tab=a HTTP/1.1`, ...upgrade, "Origin: https://evil.example"]),
  ).toContain("403");
  expect(await ask([`POST /wcc/room/${room.eventId}?tab=a HTTP/1.1`, ...upgrade, "Content-Length: 0"])).toContain("40");
});
