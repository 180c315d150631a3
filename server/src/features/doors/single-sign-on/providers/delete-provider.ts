import type { Db } from "../../../../db/database.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import { fail } from "../../../../errors.ts";
import { singleSignOnChanges } from "../changes.ts";
import { deleteProviderRow } from "./queries.ts";

/** Its word counts no more; who is signed in by it stays so until the session ends. */
export async function deleteProvider(
  db: Db,
  clientId: number,
  id: number,
  { actor }: { actor: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await deleteProviderRow(tx, clientId, id))) fail("identityProvider.unknown", { providerId: id });
    await singleSignOnChanges.record(tx, "identity-provider.deleted", { clientId, subjectId: id, actor });
  });
}
