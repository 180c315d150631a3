import { cpus } from "node:os";
import { formatTable, show, showSpread } from "../lib/figures.ts";
import type { Contender } from "./contender.ts";
import type { Options } from "./options.ts";
import type { Cell, Results } from "./results.ts";

/** One line about where the figures come from. */
export function describeMachine(postgresVersion: string): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim()}, Node ${process.versions.node}, PostgreSQL ${postgresVersion}`;
}

/** Medians over the rounds, with the least and the most. */
export function formatResults(contenders: readonly Contender[], { connections }: Options, results: Results): string {
  const header = ["", "connections", "registrations/s", "p50 ms", "p99 ms", "memory MB"];
  const rows = contenders.flatMap(({ id, name }) =>
    connections.map((count) => {
      const measured = results.of(id, count);
      const memory = measured.at(-1)?.residentMb;
      return [
        `${id.padEnd(2)} ${name}`,
        String(count),
        showSpread(measured.map(({ perSecond }) => perSecond)),
        showSpread(measured.map(({ p50Ms }) => p50Ms)),
        showSpread(measured.map(({ p99Ms }) => p99Ms)),
        memory === undefined ? "" : show(memory),
      ];
    }),
  );
  return formatTable(header, rows);
}

interface Goal {
  readonly text: string;
  readonly of: Cell;
  readonly to: Cell;
  readonly figure?: "perSecond" | "p99Ms";
  readonly least?: number;
  readonly most?: number;
}

const goals: readonly Goal[] = [
  { text: "one process / PostgreSQL alone, both at 32", of: ["b1", 32], to: ["a", 32], least: 1 },
  { text: "the same, p99", of: ["b1", 32], to: ["a", 32], figure: "p99Ms", most: 1.2 },
  { text: "two processes at 256 / PostgreSQL alone at 32", of: ["b2", 256], to: ["a", 32], least: 1.5 },
  { text: "one process at 256 / PostgreSQL alone at 32", of: ["b1", 256], to: ["a", 32] },
  { text: "one process / a statement per request, at 32", of: ["b1", 32], to: ["c", 32] },
  { text: "one process / a statement per request, at 256", of: ["b1", 256], to: ["c", 256] },
  { text: "one process / json-server, at 32", of: ["b1", 32], to: ["d", 32] },
  { text: "one process / Prism, at 32", of: ["b1", 32], to: ["e", 32], least: 5 },
];

/** The ratios that were measured, each beside its goal. */
export function formatRatios(results: Results): string {
  const rows = goals.flatMap(({ text, of, to, figure = "perSecond", least, most }) => {
    const ratio = results.ratio(of, to, figure);
    if (Number.isNaN(ratio)) return [];
    const isReached = ratio >= (least ?? 0) && ratio <= (most ?? Number.POSITIVE_INFINITY);
    const goal = least === undefined ? `at most ${most}` : `at least ${least}`;
    const hasGoal = least !== undefined || most !== undefined;
    return [[text, show(ratio), hasGoal ? goal : "", hasGoal ? (isReached ? "reached" : "NOT reached") : ""]];
  });
  return rows.length === 0 ? "" : formatTable(["ratio, median of the rounds", "", "goal", ""], rows);
}
