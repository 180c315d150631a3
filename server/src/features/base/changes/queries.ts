import type { Insertable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Changes } from "../../../db/types.ts";

/** Records what happened, in the transaction that makes it happen. */
export async function recordChange(db: Db, change: Omit<Insertable<Changes>, "happenedAt">): Promise<void> {
  await db.insertInto("changes").values(change).execute();
}
