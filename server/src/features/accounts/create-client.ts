import type { Kysely } from "kysely";
import { inTransaction } from "../../db/transaction.ts";
import type { Database } from "../../db/types.ts";
import { fail } from "../../errors.ts";
import { findClient } from "./queries.ts";

export interface NewClient {
  name: string;
  /** The next free id when left out. */
  id?: number;
  parentId?: number;
}

/** Creates a client, on top or below another one. */
export async function createClient(
  db: Kysely<Database>,
  { name, id, parentId }: NewClient,
): Promise<{ id: number; name: string }> {
  return inTransaction(db, async (tx) => {
    const parent = parentId === undefined ? undefined : await findClient(tx, parentId);
    if (parentId !== undefined && !parent) fail("client.unknown", { clientId: parentId });
    if (id !== undefined && (await findClient(tx, id))) fail("client.exists", { clientId: id });
    const created = await tx
      .insertInto("clients")
      .values({ name, parentId: parentId ?? null, path: [], ...(id !== undefined && { id }) })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx
      .updateTable("clients")
      .set({ path: [...(parent?.path ?? []), created.id] })
      .where("id", "=", created.id)
      .execute();
    return { id: created.id, name };
  });
}
