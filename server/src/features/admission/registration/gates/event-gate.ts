/** A condition of being let in, as it is stored; see gates.ts. */
export interface EventGate {
  readonly gate: string;
  readonly doors: readonly string[];
  readonly settings: unknown;
}
