import { formatTable, median, show } from "../lib/figures.ts";

/** One kind of work, by the product and by PostgreSQL alone: milliseconds in the order in which it was done. */
export interface Step {
  readonly name: string;
  readonly product: readonly number[];
  readonly bare: readonly number[];
}

/** Medians of the first tenth and of the last, which tell whether the work gets slower as rows grow in number. */
export function formatSteps(steps: readonly Step[]): string {
  const header = ["ms, median", "times", "first tenth", "last tenth", "last / first", "all", "all / PostgreSQL alone"];
  const rows = steps.flatMap(({ name, product, bare }) => [
    [...line(`${name}, Lectern`, product), show(median(product) / median(bare))],
    [...line(`${name}, PostgreSQL alone`, bare), ""],
  ]);
  return formatTable(header, rows);
}

function line(name: string, latenciesMs: readonly number[]): string[] {
  const tenth = Math.floor(latenciesMs.length / 10);
  const first = median(latenciesMs.slice(0, tenth));
  const last = median(latenciesMs.slice(-tenth));
  return [name, String(latenciesMs.length), show(first), show(last), show(last / first), show(median(latenciesMs))];
}
