/** What a part of the bench is asked. */
export interface PartOptions {
  /** In turn; a part has its usual number. */
  readonly people: readonly number[] | undefined;
  readonly seconds: number;
}

/** So many pages one process may hold: the system's limit of open files. */
export const MOST_PER_PROCESS = 19_000;

/** How many processes hold so many pages. */
export function processesFor(people: number): number {
  return Math.ceil(people / MOST_PER_PROCESS);
}

/** 10,000 come within a minute. */
export function joinWithinMs(people: number): number {
  return 60_000 * Math.min(1, people / 10_000);
}
