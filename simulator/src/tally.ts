import type { Span } from "./page.ts";

/** What one person has surely done, as they know it themselves. */
export interface PersonTally {
  readonly registrantId: number;
  readonly email: string;
  /** One for each page they opened. */
  readonly pages: readonly { readonly tab: string; readonly spans: readonly Span[] }[];
  /** By kind of message, how often the room said that it is done; and by figure what else that adds to. */
  readonly done: Readonly<Record<string, number>>;
  /** The same of what may have been done, because the answer never came. */
  readonly unanswered: Readonly<Record<string, number>>;
}

export interface Tally {
  readonly eventId: number;
  readonly seed: number;
  readonly people: readonly PersonTally[];
}

/** Milliseconds that somebody's pages were there, each for itself. */
export function presenceMs({ pages }: PersonTally): number {
  return pages.flatMap(({ spans }) => spans).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Milliseconds that somebody was there on any page. */
export function unionMs({ pages }: PersonTally): number {
  const spans = pages.flatMap((page) => page.spans).sort((a, b) => a.from - b.from);
  let [sum, until] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of spans) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum;
}
