import type { Told, ToldBody, ToldKind, Welcome } from "@lectern/wire/messages";

/** What a page keeps of one part of the room. */
export interface Part<State> {
  /** Of the part in the room's snapshot. */
  readonly name: string;
  /** From a snapshot, which replaces all that was known. */
  begin(welcome: Welcome): State;
  /** What follows from something that was told; states are never changed in place. */
  readonly on: { readonly [Kind in ToldKind]?: (state: State, told: ToldBody<Kind>) => State };
}

/** A part of whatever state: the store only hands its own states back to it. */
export type AnyPart = Pick<Part<unknown>, "name" | "begin"> & { readonly on: object };

type Follow = (state: unknown, told: Told) => unknown;

/** All that a page knows of a room, part by part; each part's watchers hear of its changes alone. */
export class RoomStore {
  readonly #parts: readonly AnyPart[];
  readonly #states = new Map<AnyPart, unknown>();
  readonly #watchers = new Map<AnyPart, Set<() => void>>();

  constructor(parts: readonly AnyPart[]) {
    this.#parts = parts;
  }

  welcome(welcome: Welcome): void {
    for (const part of this.#parts) this.#set(part, part.begin(welcome));
  }

  hear(told: Told): void {
    for (const part of this.#parts) {
      const follow = (part.on as { readonly [kind: string]: Follow | undefined })[told.kind];
      if (follow && this.#states.has(part)) this.#set(part, follow(this.#states.get(part), told));
    }
  }

  /** What oneself has just done, before the room tells of it. */
  change<State>(part: Part<State>, change: (state: State) => State): void {
    if (this.#states.has(part)) this.#set(part, change(this.#states.get(part) as State));
  }

  /** Undefined before the first snapshot. */
  get<State>(part: Part<State>): State | undefined {
    return this.#states.get(part) as State | undefined;
  }

  watch(part: AnyPart, watcher: () => void): () => void {
    const watchers = this.#watchers.get(part) ?? new Set();
    this.#watchers.set(part, watchers);
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  }

  #set(part: AnyPart, state: unknown): void {
    if (this.#states.get(part) === state) return;
    this.#states.set(part, state);
    for (const watcher of this.#watchers.get(part) ?? []) watcher();
  }
}

/** By the id, the newer one in the older one's place, else at the end. */
export function put<Item>(items: readonly Item[], item: Item, idOf: (item: Item) => number): readonly Item[] {
  const index = items.findIndex((one) => idOf(one) === idOf(item));
  return index === -1 ? [...items, item] : items.with(index, item);
}
