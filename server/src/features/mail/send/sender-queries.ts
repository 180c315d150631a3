import type { Db } from "../../../db/database.ts";

/** Answers whether there is such a client. */
export async function updateMailSender(db: Db, clientId: number, address: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("clients")
    .set({ mailFrom: address })
    .where("id", "=", clientId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
