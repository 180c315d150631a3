import { median } from "../lib/figures.ts";
import type { Measurement } from "./contender.ts";
import type { ContenderId } from "./options.ts";

/** Every measurement, by contender and connections, one entry a round. */
export class Results {
  private readonly measurements = new Map<string, Measurement[]>();

  add(id: ContenderId, connections: number, measurement: Measurement): void {
    const key = `${id} ${connections}`;
    this.measurements.set(key, [...this.of(id, connections), measurement]);
  }

  of(id: ContenderId, connections: number): readonly Measurement[] {
    return this.measurements.get(`${id} ${connections}`) ?? [];
  }

  /** Median over the rounds of the ratio within a round: what slows the machine in a round slows both. */
  ratio(of: Cell, to: Cell, figure: "perSecond" | "p99Ms"): number {
    const others = this.of(...to);
    const ratios = this.of(...of).map((one, round) => one[figure] / (others[round]?.[figure] ?? Number.NaN));
    return median(ratios.filter(Number.isFinite));
  }
}

/** A contender at a number of connections. */
export type Cell = readonly [ContenderId, number];
