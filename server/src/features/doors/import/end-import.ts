import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { importChanges } from "./changes.ts";
import { eraseRowsOfImport } from "./erase-queries.ts";
import { cancelImport, findImport, type Import, markErased } from "./queries.ts";

/**
 * Stops an import that is under way, and takes what its list told of people out of its rows. Who is registered stays
 * so. Doing it again changes nothing.
 */
export async function endImport(
  db: Db,
  { clientId, importId }: { clientId: number; importId: number },
  { actor }: { actor: string },
): Promise<Import> {
  await inTransaction(db, async (tx) => {
    if (!(await cancelImport(tx, clientId, importId))) return;
    await importChanges.record(tx, "import.cancelled", { clientId, subjectId: importId, actor });
  });
  // After the state: whoever works on it now holds the rows at hand, and takes no others.
  await eraseRowsOfImport(db, clientId, importId);
  await markErased(db, clientId, importId);
  return (await findImport(db, clientId, importId)) ?? fail("import.unknown", { importId });
}
