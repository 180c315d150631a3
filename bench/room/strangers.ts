import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import type { Page } from "./crowd-messages.ts";

// Pages that behave as no page should: one reads slowly, one never reads, one says more than anybody may. They go on until
// the process is ended, and come back when they are sent away.

const READ_EVERY_MS = 200;
const FLOOD = 200;

process.once("message", (pages: readonly Page[]) => {
  for (const [index, behave] of [readSlowly, neverRead, flood].entries()) void insist(pages[index] as Page, behave);
});

async function insist({ url, cookie }: Page, behave: (socket: WebSocket) => NodeJS.Timeout | undefined): Promise<void> {
  for (;;) {
    const socket = new WebSocket(url, { headers: { cookie }, perMessageDeflate: false });
    socket.on("error", () => {});
    let doing: NodeJS.Timeout | undefined;
    socket.once("message", () => {
      doing = behave(socket);
    });
    await new Promise((resolve) => socket.once("close", resolve));
    clearInterval(doing);
    await sleep(1000);
  }
}

/** A little at a time. */
function readSlowly(socket: WebSocket): NodeJS.Timeout {
  socket.on("message", () => socket.pause());
  return setInterval(() => socket.resume(), READ_EVERY_MS);
}

function neverRead(socket: WebSocket): undefined {
  socket.pause();
}

function flood(socket: WebSocket): NodeJS.Timeout {
  let id = 0;
  return setInterval(() => {
    for (let count = 0; count < FLOOD && socket.readyState === WebSocket.OPEN; count++)
      socket.send(`{"kind":"room.alive","id":${++id},"player":"playing"}`);
  }, 50);
}
