import { connect } from "@lectern/server/dist/src/db/database.js";
import { type Figures, summarise } from "../lib/figures.ts";
import { answerProgram } from "../lib/program.ts";
import type { Effort } from "./contender.ts";

// Where there is no pgbench: the bare statement in a loop on each connection of the driver, in a program of its own.

export interface DriverJob extends Effort {
  readonly url: string;
  /** With the number that makes the address unique as $1. */
  readonly statement: string;
}

answerProgram(async ({ url, statement, connections, warmUpSeconds, seconds }: DriverJob): Promise<Figures> => {
  const { pool, close } = connect(url, { poolSize: connections });
  const from = performance.now() + warmUpSeconds * 1000;
  const until = from + seconds * 1000;
  const latenciesMs: number[] = [];
  async function loop(): Promise<void> {
    for (let sentAt = performance.now(); sentAt < until; sentAt = performance.now()) {
      await pool.query({ name: "bare", text: statement, values: [`p.${Math.random()}.${sentAt}@example.com`] });
      const now = performance.now();
      if (now >= from && now < until) latenciesMs.push(now - sentAt);
    }
  }
  await Promise.all(Array.from({ length: connections }, loop));
  await close();
  return summarise(latenciesMs, seconds);
});
