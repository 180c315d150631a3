import type { Answer, SaidKind } from "@lectern/wire/messages";
import type { Page } from "./page.ts";
import type { Random } from "./random.ts";

export interface Doing {
  readonly page: Page;
  readonly random: Random;
  /** What the person has done already. */
  readonly memory: ReadonlySet<string>;
}

/** Something that somebody says to the room, and which figures it changes. */
export interface Deed {
  readonly kind: SaidKind;
  readonly body: object;
  /** Remembered unless it is refused. */
  readonly memory?: string;
  /** What it adds to figures beside its own kind's, by their names in the tally; without an answer the most it may add. */
  adds?(answer?: Answer): Readonly<Record<string, number>>;
}

/** Something that somebody may do just now; undefined when there is nothing to do it with. */
export type Act = (doing: Doing) => Deed | undefined;

export function pickOne<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(random.next() * items.length)];
}

/** One that is not remembered under its name yet. */
export function pickNew<Item>(
  { random, memory }: Doing,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Item | undefined {
  return pickOne(
    random,
    items.filter((item) => !memory.has(nameOf(item))),
  );
}
