import { type Figures, summarise } from "../lib/figures.ts";
import { askProgram } from "../lib/program.ts";
import { type LoadJob, type LoadReport, NUMBERS_PER_CONNECTION } from "./generate.ts";

export interface LoadResult extends Omit<LoadReport, "latenciesMs">, Figures {}

let nextNumber = 0;

/** Runs the load generator; every request of this process has a number that no other one has. */
export async function runLoad(job: Omit<LoadJob, "firstNumber">): Promise<LoadResult> {
  const firstNumber = nextNumber;
  nextNumber += job.connections * NUMBERS_PER_CONNECTION;
  const generator = new URL("./generator.js", import.meta.url);
  const { latenciesMs, ...rest } = await askProgram<LoadReport>(generator, { ...job, firstNumber } satisfies LoadJob);
  return { ...rest, ...summarise(latenciesMs, job.seconds) };
}
