import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import type { BeatReport, JoinReport, ListenReport, Order, Page, ReturnReport, SayReport } from "./crowd-messages.ts";

// A process with many pages in it, which does what the bench orders. It parses no more than it has to: it shares the machine.

const HEARTBEAT_MS = 15_000;
const TICK_MS = 50;

const sockets: WebSocket[] = [];
const pageOf = new Map<WebSocket, Page>();
/** When each is due to give its next sign of life. */
const dueAt = new Map<WebSocket, number>();
let beats = new Map<WebSocket, number>();
let onText: ((text: string) => void) | undefined;
let sent = 0;

process.on("message", async (order: Order) => {
  process.send?.(await follow(order));
});

async function follow(order: Order): Promise<object> {
  if (order.do === "join") return join(order.pages, order.withinMs);
  if (order.do === "beat") return beat(order.seconds * 1000);
  if (order.do === "listen") return listen(order.text);
  if (order.do === "say") return say(order.body, order.withinMs);
  if (order.do === "return") return comeBack(order.withinMs);
  dueAt.clear();
  for (const socket of sockets.splice(0)) socket.terminate();
  return {};
}

async function join(pages: readonly Page[], withinMs: number): Promise<JoinReport> {
  const began = performance.now();
  const latenciesMs: number[] = [];
  const results = await Promise.allSettled(
    pages.map(async (page, index) => {
      await sleep((index / pages.length) * withinMs);
      const at = performance.now();
      await enter(page);
      latenciesMs.push(performance.now() - at);
    }),
  );
  const joined = results.filter(({ status }) => status === "fulfilled").length;
  return { joined, refused: pages.length - joined, latenciesMs, seconds: (performance.now() - began) / 1000 };
}

async function enter(page: Page): Promise<void> {
  const socket = await open(page);
  sockets.push(socket);
  pageOf.set(socket, page);
  dueAt.set(socket, performance.now() + Math.random() * HEARTBEAT_MS);
}

/** Settles once the room has welcomed the page. */
function open({ url, cookie }: Page): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers: { cookie }, perMessageDeflate: false });
    socket.once("error", reject);
    socket.once("message", () => {
      socket.off("error", reject);
      socket.on("error", () => {});
      resolve(socket);
    });
    socket.on("message", (data) => onText?.(String(data)));
    socket.on("message", (data: Buffer) => answered(socket, data));
  });
}

let latencies: number[] = [];

/** What each page has said and waits for, by the number of the message. */
const waiting = new Map<WebSocket, { readonly id: number; settle(answer: string): void }>();

function answered(socket: WebSocket, data: Buffer): void {
  if (!data.includes('"re":')) return;
  const said = waiting.get(socket);
  if (said && data.includes(`"re":${said.id},`)) {
    waiting.delete(socket);
    said.settle(String(data));
    return;
  }
  const at = beats.get(socket);
  if (at === undefined) return;
  beats.delete(socket);
  latencies.push(performance.now() - at);
}

/** From joining to leaving, every page gives signs of life: whoever is silent is taken for gone. */
setInterval(() => {
  const now = performance.now();
  for (const [socket, due] of dueAt) {
    if (due > now) continue;
    dueAt.set(socket, due + HEARTBEAT_MS);
    if (socket.readyState !== WebSocket.OPEN) continue;
    beats.set(socket, performance.now());
    socket.send(`{"kind":"room.alive","id":${++sent},"player":"playing"}`);
  }
}, TICK_MS);

/** How long signs of life wait for their answers. */
async function beat(ms: number): Promise<BeatReport> {
  latencies = [];
  beats = new Map();
  const before = sent;
  await sleep(ms);
  return { sent: sent - before, answered: latencies.length, latenciesMs: latencies };
}

/** Settles once every page has heard a text. */
function listen(text: string): Promise<ListenReport> {
  return new Promise((resolve) => {
    let heard = 0;
    const listening = sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length;
    onText = (message) => {
      if (!message.includes(text)) return;
      heard++;
      if (heard < listening) return;
      onText = undefined;
      resolve({ heard, lastAt: performance.timeOrigin + performance.now() });
    };
    process.send?.({ listening: true });
  });
}

/** Every page says the same once, spread over the time. */
async function say(body: string, withinMs: number): Promise<SayReport> {
  const speaking = sockets.filter(({ readyState }) => readyState === WebSocket.OPEN);
  const latenciesMs: number[] = [];
  const answers = await Promise.all(
    speaking.map(async (socket, index) => {
      await sleep((index / speaking.length) * withinMs);
      const at = performance.now();
      const id = ++sent;
      const answer = await new Promise<string>((settle) => {
        waiting.set(socket, { id, settle });
        socket.send(`{"id":${id},${body}}`);
      });
      latenciesMs.push(performance.now() - at);
      return answer;
    }),
  );
  return { done: answers.filter((answer) => answer.includes('"kind":"done"')).length, latenciesMs };
}

/** Where a room says nothing about when to come back, pages spread themselves over this. */
const USUAL_RETURN_MS = 5000;
const MOST_RETRY_MS = 2000;

/** Waits until the room is closed around every page, and comes back as pages do; whoever is not back in time is left out. */
async function comeBack(withinMs: number): Promise<ReturnReport> {
  const leaving = sockets.splice(0);
  const outMs: number[] = [];
  const lostAt: number[] = [];
  const back = leaving.map(async (socket) => {
    const returnAfterMs = await closed(socket);
    const at = performance.now();
    lostAt.push(at);
    await sleep(returnAfterMs);
    while (performance.now() - at < withinMs) {
      const isBack = await enter(pageOf.get(socket) as Page).then(
        () => true,
        () => false,
      );
      if (isBack) return void outMs.push(performance.now() - at);
      await sleep(Math.random() * MOST_RETRY_MS);
    }
  });
  process.send?.({ leaving: leaving.length });
  await Promise.all(back);
  const since1970 = (at: number) => performance.timeOrigin + at;
  return {
    returned: outMs.length,
    outMs,
    firstLostAt: since1970(Math.min(...lostAt)),
    lastBackAt: since1970(performance.now()),
  };
}

/** Settles with when the room asks its page to come back. */
function closed(socket: WebSocket): Promise<number> {
  let returnAfterMs = Math.random() * USUAL_RETURN_MS;
  socket.on("message", (data) => {
    const hint = /"returnAfterMs":(\d+)/.exec(String(data))?.[1];
    if (hint !== undefined) returnAfterMs = Number(hint);
  });
  return new Promise((resolve) => {
    socket.once("close", () => {
      dueAt.delete(socket);
      resolve(returnAfterMs);
    });
  });
}
