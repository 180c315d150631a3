import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import type { BeatReport, JoinReport, ListenReport, Order, Page } from "./crowd-messages.ts";

// A process with many pages in it, which does what the bench orders. It parses no more than it has to: it shares the machine.

const sockets: WebSocket[] = [];
let beats = new Map<WebSocket, number>();
let onText: ((text: string) => void) | undefined;

process.on("message", async (order: Order) => {
  process.send?.(await follow(order));
});

async function follow(order: Order): Promise<object> {
  if (order.do === "join") return join(order.pages, order.withinMs);
  if (order.do === "beat") return beat(order.seconds * 1000, order.everyMs);
  if (order.do === "listen") return listen(order.text);
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
      sockets.push(await open(page));
      latenciesMs.push(performance.now() - at);
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

/** Every page gives a sign of life each `everyMs`, spread over that time. */
async function beat(ms: number, everyMs: number): Promise<BeatReport> {
  latencies = [];
  beats = new Map();
  let sent = 0;
  const began = performance.now();
  for (let next = 0; performance.now() - began < ms; ) {
    const due = Math.floor(((performance.now() - began) / everyMs) * sockets.length);
    for (; next < due; next++) {
      const socket = sockets[next % sockets.length] as WebSocket;
      beats.set(socket, performance.now());
      socket.send(`{"kind":"room.alive","id":${++sent},"player":"playing"}`);
    }
    await sleep(5);
  }
  for (let waited = 0; beats.size > 0 && waited < 5000; waited += 50) await sleep(50);
  return { sent, answered: latencies.length, latenciesMs: latencies };
}

/** Settles once every page has heard a text. */
function listen(text: string): Promise<ListenReport> {
  return new Promise((resolve) => {
    let heard = 0;
    onText = (message) => {
      if (!message.includes(text)) return;
      heard++;
      if (heard < sockets.length) return;
      onText = undefined;
      resolve({ heard, lastAt: performance.timeOrigin + performance.now() });
    };
    process.send?.({ listening: true });
  });
}
