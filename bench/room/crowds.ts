import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { endedWithUs } from "../lib/ending.ts";
import type { BeatReport, JoinReport, ListenReport, Order, Page, ReturnReport, SayReport } from "./crowd-messages.ts";

/** Fewer than the files that one process may open. */
const MOST_PAGES = 15_000;

/** Everybody who comes into one room, in as many processes as it takes. */
export interface Crowds {
  join(withinMs: number): Promise<JoinReport>;
  beat(seconds: number): Promise<BeatReport>;
  /** Answers how long it took until all had heard a text, milliseconds from when `tell` began. */
  hear(text: string, tell: () => Promise<void>): Promise<number>;
  /** Every page says the same once, spread over the time. */
  say(body: string, withinMs: number): Promise<SayReport>;
  /** Answers when everybody is back who was there when `close` closed the room around them, or the time is over. */
  comeBack(withinMs: number, close: () => Promise<void>): Promise<ReturnReport>;
  leave(): Promise<void>;
  stop(): Promise<void>;
}

export function gather(pages: readonly Page[]): Crowds {
  const shares = Array.from({ length: Math.ceil(pages.length / MOST_PAGES) }, (_, index) =>
    pages.slice(index * MOST_PAGES, (index + 1) * MOST_PAGES),
  );
  const crowds = shares.map((share) => ({
    share,
    process: fork(fileURLToPath(new URL("./crowd.js", import.meta.url))),
  }));
  const all = <Report>(order: (share: readonly Page[]) => Order) =>
    Promise.all(crowds.map((crowd) => ask<Report>(crowd.process, order(crowd.share))));
  return {
    async join(withinMs) {
      const reports = await all<JoinReport>((share) => ({ do: "join", pages: share, withinMs }));
      return {
        joined: sum(reports.map(({ joined }) => joined)),
        refused: sum(reports.map(({ refused }) => refused)),
        latenciesMs: reports.flatMap(({ latenciesMs }) => latenciesMs),
        seconds: Math.max(...reports.map(({ seconds }) => seconds)),
      };
    },
    async beat(seconds) {
      const reports = await all<BeatReport>(() => ({ do: "beat", seconds }));
      return {
        sent: sum(reports.map(({ sent }) => sent)),
        answered: sum(reports.map(({ answered }) => answered)),
        latenciesMs: reports.flatMap(({ latenciesMs }) => latenciesMs),
      };
    },
    async hear(text, tell) {
      const listening = crowds.map(async ({ process: crowd }) => {
        await ask(crowd, { do: "listen", text });
        return answerOf<ListenReport>(crowd);
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
      const began = performance.timeOrigin + performance.now();
      await tell();
      const reports = await Promise.all(listening);
      return Math.max(...reports.map(({ lastAt }) => lastAt)) - began;
    },
    async say(body, withinMs) {
      const reports = await all<SayReport>(() => ({ do: "say", body, withinMs }));
      return {
        done: sum(reports.map(({ done }) => done)),
        latenciesMs: reports.flatMap(({ latenciesMs }) => latenciesMs),
      };
    },
    async comeBack(withinMs, close) {
      const returning = crowds.map(async ({ process: crowd }) => {
        await ask(crowd, { do: "return", withinMs });
        return answerOf<ReturnReport>(crowd);
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      await close();
      const reports = await Promise.all(returning);
      return {
        returned: sum(reports.map(({ returned }) => returned)),
        outMs: reports.flatMap(({ outMs }) => outMs),
        firstLostAt: Math.min(...reports.map(({ firstLostAt }) => firstLostAt)),
        lastBackAt: Math.max(...reports.map(({ lastBackAt }) => lastBackAt)),
      };
    },
    leave: async () => void (await all(() => ({ do: "leave" }))),
    stop: endedWithUs(async () => {
      for (const { process: crowd } of crowds) {
        const exit = once(crowd, "exit");
        crowd.kill();
        await exit;
      }
    }),
  };
}

async function ask<Report>(crowd: ChildProcess, order: Order): Promise<Report> {
  crowd.send(order);
  return answerOf(crowd);
}

async function answerOf<Report>(crowd: ChildProcess): Promise<Report> {
  const [report] = (await once(crowd, "message")) as [Report];
  return report;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
