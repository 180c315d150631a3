import type { Told, Welcome } from "@lectern/wire/messages";
import { afterEach, expect, test } from "vitest";
import { WebSocket as Socket } from "ws";
import { withApp } from "../../../../server/test/harness.ts";
import { operated } from "../../../../server/test/operator-api.ts";
import { liveRoom } from "../../../../server/test/room-fixture.ts";
import { RoomConnection, type Standing } from "./connection.ts";
import { Unanswered } from "./outbox.ts";
import { pollTransport } from "./poll-transport.ts";
import { socketTransport } from "./socket-transport.ts";

const app = await withApp();
const room = await liveRoom(app);
const opened: RoomConnection[] = [];

afterEach(() => {
  for (const connection of opened.splice(0)) connection.leave();
});

/** Nobody listens there: what a proxy that knows no sockets, or a network that is gone, leaves of a connection. */
const NOWHERE = "ws://127.0.0.1:9";

/** The way to the server; the last of its sockets may be cut. */
class Network {
  readonly sockets: Socket[] = [];
  isDown = false;
  areSocketsBlocked = false;

  /** The browser's class, by the package that the tests have. */
  get WebSocket(): typeof WebSocket {
    const network = this;
    return class extends Socket {
      constructor(url: string | URL) {
        super(network.isDown || network.areSocketsBlocked ? NOWHERE : url);
        network.sockets.push(this);
      }
    } as unknown as typeof WebSocket;
  }

  readonly fetch: typeof fetch = async (...request) => {
    if (this.isDown) throw new TypeError("the network is gone");
    return fetch(...request);
  };

  cut(): void {
    this.sockets.at(-1)?.terminate();
  }
}

function blockingNetwork(): Network {
  return Object.assign(new Network(), { areSocketsBlocked: true });
}

async function ticketFor(registrantId: number): Promise<string> {
  const path = `/clients/${room.clientId}/events/${room.eventId}/room-tickets`;
  const { tickets } = await operated<{ tickets: { ticket: string }[] }>(app, `POST ${path}`, {
    registrantIds: [registrantId],
  });
  return tickets[0]?.ticket ?? "";
}

/** A page that is coming in, with all it hears. */
async function page(given: { network?: Network; ticket?: string } = {}) {
  const { network = new Network() } = given;
  const address = new URL(`${room.base}/wcc/room/${room.eventId}`);
  address.searchParams.set("ticket", given.ticket ?? (await ticketFor(await room.person())));
  const heard = { welcomes: [] as Welcome[], told: [] as Told[], standings: [] as Standing[] };
  const connection = new RoomConnection({
    ...{ address, tab: crypto.randomUUID() },
    bySocket: socketTransport(network.WebSocket),
    byPoll: pollTransport(network.fetch),
    signOfLife: () => ({ player: "playing" }),
    onWelcome: (welcome) => heard.welcomes.push(welcome),
    onTold: (told) => heard.told.push(told),
    onStanding: (standing) => heard.standings.push(standing),
  });
  opened.push(connection);
  // What others said before may follow the snapshot.
  const openedAt = Date.now();
  connection.open();
  const isOpen = () => expect.poll(() => connection.standing.kind).toBe("open");
  const messages = () =>
    heard.told.flatMap((told) => (told.kind === "chat.line" && told.line.at >= openedAt ? [told.line.text] : []));
  return { connection, heard, network, isOpen, messages };
}

const desk = await room.enter({ presenterId: await room.presenter() });

test("a page comes in, hears the room, and goes on where it was when the connection breaks", async () => {
  const { connection, heard, network, isOpen, messages } = await page();
  await isOpen();
  expect(heard.welcomes).toMatchObject([{ you: { role: "audience" }, state: { room: { phase: "live" } } }]);
  await desk.say("chat.say", { text: "one" });
  await expect.poll(messages).toEqual(["one"]);
  network.cut();
  await desk.say("chat.say", { text: "two" });
  await expect.poll(messages).toEqual(["one", "two"]);
  await isOpen();
  expect(heard.welcomes).toHaveLength(1);
  expect(heard.standings.map(({ kind }) => kind)).toEqual(["open", "waiting", "open"]);
  expect(await connection.say("chat.say", { text: "three" })).toMatchObject({ kind: "done" });
  await expect.poll(messages).toEqual(["one", "two", "three"]);
});

test("what is said without a connection is sent in its order when there is one", async () => {
  const { connection, isOpen, messages, network } = await page();
  const early = connection.say("chat.say", { text: "before the door" });
  await isOpen();
  expect(await early).toMatchObject({ kind: "done" });
  network.isDown = true;
  network.cut();
  await expect.poll(() => connection.standing.kind).toBe("waiting");
  const waiting = ["first", "second"].map((text) => connection.say("chat.say", { text }));
  network.isDown = false;
  expect(await Promise.all(waiting)).toMatchObject([{ kind: "done" }, { kind: "done" }]);
  await expect.poll(messages).toEqual(["before the door", "first", "second"]);
});

test("what may have been done is handed back, and what can be done twice is said again", async () => {
  const { connection, isOpen, network } = await page();
  await isOpen();
  const reaction = connection.say("reactions.react", { type: "like" });
  const opening = connection.say("chat.open", {});
  network.cut();
  await expect(reaction).rejects.toBeInstanceOf(Unanswered);
  expect(await opening).toMatchObject({ kind: "done" });
});

test("a line whose answer got lost is said again, and stands there once", async () => {
  const { connection, isOpen, messages, network } = await page();
  await isOpen();
  const texts = ["one", "two", "three"];
  for (const text of texts) {
    const line = connection.say("chat.say", { text });
    // Between being taken and being answered, as far as that can be met.
    setTimeout(() => network.cut(), 4);
    expect(await line).toMatchObject({ kind: "done" });
  }
  await expect.poll(messages).toEqual(texts);
});

test("where sockets are blocked the same goes by requests", async () => {
  const { connection, heard, messages, isOpen } = await page({ network: blockingNetwork() });
  await isOpen();
  expect(connection.isByPoll).toBe(true);
  await desk.say("chat.say", { text: "by request" });
  await expect.poll(messages).toEqual(["by request"]);
  expect(await connection.say("chat.say", { text: "said by request" })).toMatchObject({ kind: "done" });
  await expect.poll(messages).toEqual(["by request", "said by request"]);
  expect(heard.welcomes).toHaveLength(1);
});

test("a request that fails on its way is made again, and nothing is missed or heard twice", async () => {
  const network = blockingNetwork();
  let answers = 0;
  // The answer gets lost, whatever the server has done.
  const losing: typeof fetch = async (...request) => {
    const answer = await fetch(...request);
    if (++answers % 4 === 3) throw new TypeError("the network is gone");
    return answer;
  };
  const { isOpen, messages } = await page({ network: Object.assign(network, { fetch: losing }) });
  await isOpen();
  const texts = ["a", "b", "c", "d", "e", "f"];
  for (const text of texts) await desk.say("chat.say", { text });
  await expect.poll(messages).toEqual(texts);
});

test("whoever is not let in learns why, and does not try again", async () => {
  const stranger = await page({ ticket: "0-0-0-AAAAAAAAAAAAAAAAAAAAAA" });
  await expect.poll(() => stranger.connection.standing).toEqual({ kind: "closed", reason: "room.noEntry" });
  await expect(stranger.connection.say("chat.open", {})).rejects.toBeInstanceOf(Unanswered);
});

test("a person who is sent out stays out", async () => {
  const registrantId = await room.person();
  const { connection, isOpen } = await page({ ticket: await ticketFor(registrantId) });
  await isOpen();
  const producer = await room.enter({ presenterId: await room.presenter("producer") });
  await producer.say("presenting.block", { eventUserId: registrantId });
  await expect.poll(() => connection.standing).toEqual({ kind: "closed", reason: "blocked" });
});
