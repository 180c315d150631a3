export interface GroupCommit<Item, Result> {
  /** Settles after the group that the item went out with was committed, with the item's own result or error. */
  submit(item: Item): Promise<Result>;
  /** Waits until nothing is under way. */
  drain(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly key: string;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Gathers what arrives while the previous group is being committed and commits it together: one flush in flight,
 * no timer, so a lone item waits for nothing. Measured: a timer or a second flush in flight only costs.
 *
 * Items with the same key never share a group (the later one waits for the next), so that one statement can write
 * the whole group. When a group fails through an item's fault, its items are tried one by one: each caller gets its own
 * error. Any other failure is everybody's.
 */
export function createGroupCommit<Item, Result>(options: {
  keyOf(item: Item): string;
  commit(items: Item[]): Promise<Result[]>;
  /** Whether an error can be the fault of one item, rather than of the database or the connection. */
  isItemsFault(error: unknown): boolean;
  most: number;
}): GroupCommit<Item, Result> {
  let queue: Waiting<Item, Result>[] = [];
  let running: Promise<void> | undefined;

  function takeGroup(): Waiting<Item, Result>[] {
    const keys = new Set<string>();
    const group: Waiting<Item, Result>[] = [];
    const rest: Waiting<Item, Result>[] = [];
    for (const waiting of queue) {
      if (group.length < options.most && !keys.has(waiting.key)) {
        group.push(waiting);
        keys.add(waiting.key);
      } else rest.push(waiting);
    }
    queue = rest;
    return group;
  }

  async function commitGroup(group: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await options.commit(group.map((waiting) => waiting.item));
      for (const [index, waiting] of group.entries()) waiting.resolve(results[index] as Result);
    } catch (error) {
      if (group.length > 1 && options.isItemsFault(error)) for (const waiting of group) await commitGroup([waiting]);
      else for (const waiting of group) waiting.reject(error);
    }
  }

  async function run(): Promise<void> {
    while (queue.length > 0) await commitGroup(takeGroup());
    running = undefined;
  }

  return {
    submit(item) {
      return new Promise((resolve, reject) => {
        queue.push({ item, key: options.keyOf(item), resolve, reject });
        running ??= run();
      });
    },
    async drain() {
      while (running) await running;
    },
  };
}
