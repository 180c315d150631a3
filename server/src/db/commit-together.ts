import type { Kysely, Transaction } from "kysely";
import { Refusal } from "../errors.ts";
import { createGroupCommit, type GroupCommit } from "../lib/group-commit.ts";
import { inTransaction, isDataFault } from "./transaction.ts";
import type { Database } from "./types.ts";

const MOST = 512;

/**
 * Writes what many people do at the same time in one transaction for all who came while the one before was committed. A
 * refusal among the results is only its own caller's; nothing of that item may have been written.
 *
 * @param keyOf items with the same key never share a transaction, so that one statement can write them all.
 * @param write results in the order of the items.
 */
export function commitTogether<Item, Result>(
  db: Kysely<Database>,
  keyOf: (item: Item) => string,
  write: (tx: Transaction<Database>, items: readonly Item[]) => Promise<(Result | Refusal)[]>,
): GroupCommit<Item, Result> {
  const group = createGroupCommit<Item, Result | Refusal>({
    keyOf,
    commit: (items) => inTransaction(db, (tx) => write(tx, items)),
    isItemsFault: isDataFault,
    most: MOST,
  });
  return {
    async submit(item) {
      const result = await group.submit(item);
      if (result instanceof Refusal) throw result;
      return result;
    },
    drain: group.drain,
  };
}
