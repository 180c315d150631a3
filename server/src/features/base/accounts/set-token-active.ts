import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";

/** Disables a token, or enables it again, which starts its idle period anew. Answers its key. */
export async function setTokenActive(db: Db, clientId: number, tokenId: number, isActive: boolean): Promise<string> {
  const changed = await db
    .updateTable("apiTokens")
    .set(
      isActive
        ? { isActive, disabledAt: null, disabledBecause: null, enabledAt: sql`now()` }
        : { isActive, disabledAt: sql`now()`, disabledBecause: "operator" },
    )
    .where("clientId", "=", clientId)
    .where("id", "=", tokenId)
    .returning("key")
    .executeTakeFirst();
  return changed?.key ?? fail("token.unknown", { tokenId });
}
