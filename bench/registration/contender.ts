import type { Figures } from "../lib/figures.ts";
import type { ContenderId } from "./options.ts";

/** How hard and how long. */
export interface Effort {
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface Measurement extends Figures {
  readonly residentMb?: number | undefined;
}

/** One way of storing registrants that is measured. */
export interface Contender {
  readonly id: ContenderId;
  readonly name: string;
  measure(effort: Effort): Promise<Measurement>;
  stop(): Promise<void>;
}
