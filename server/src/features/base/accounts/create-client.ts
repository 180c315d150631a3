import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { findClient } from "./queries.ts";

export interface NewClient {
  name: string;
  /** The next free id when left out. */
  id?: number;
  parentId?: number;
}

/** Creates a client, on top or below another one. */
export async function createClient(db: Db, { name, id, parentId }: NewClient): Promise<{ id: number; name: string }> {
  return inTransaction(db, async (tx) => {
    const parent = parentId === undefined ? undefined : await findClient(tx, parentId);
    if (parentId !== undefined && !parent) fail("client.unknown", { clientId: parentId });
    const created = id === undefined ? await takeFreeId(tx) : await takeId(tx, id);
    await tx
      .updateTable("clients")
      .set({ name, parentId: parentId ?? null, path: [...(parent?.path ?? []), created] })
      .where("id", "=", created)
      .execute();
    return { id: created, name };
  });
}

const unnamed = { name: "", path: [] };

async function takeId(tx: Db, id: number): Promise<number> {
  const taken = await tx
    .insertInto("clients")
    .values({ ...unnamed, id })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return taken?.id ?? fail("client.exists", { clientId: id });
}

/** The sequence may come upon ids that somebody chose. */
async function takeFreeId(tx: Db): Promise<number> {
  for (;;) {
    const taken = await tx
      .insertInto("clients")
      .values(unnamed)
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (taken) return taken.id;
  }
}
