import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import type { BeatReport, JoinReport, ListenReport, Order, Page } from "./crowd-messages.ts";

// A process with many pages in it, which does what the bench orders. It parses no more than it has to: it shares the machine.

const HEARTBEAT_MS = 15_000;
const TICK_MS = 50;

const sockets: WebSocket[] = [];
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
      const socket = await open(page);
      sockets.push(socket);
      latenciesMs.push(performance.now() - at);
      dueAt.set(socket, performance.now() + Math.random() * HEARTBEAT_MS);
    }),
  );
  const joined = results.filter(({ status }) => status === "fulfilled").length;
  return { joined, refused: pages.length - joined, latenciesMs, seconds: (performance.now() - began) / 1000 };
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
    socket.on("message", () => answered(socket));
  });
}

let latencies: number[] = [];

function answered(socket: WebSocket): void {
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
