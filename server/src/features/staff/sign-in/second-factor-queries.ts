import { type Insertable, type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { SecondFactors } from "../../../db/types.ts";

interface Owner {
  readonly clientId: number;
  readonly userId: number;
}

export async function findSecondFactor(
  db: Db,
  { clientId, userId }: Owner,
): Promise<Selectable<SecondFactors> | undefined> {
  return db
    .selectFrom("secondFactors")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("userId", "=", userId)
    .executeTakeFirst();
}

/** In place of one that there is. */
export async function insertSecondFactor(db: Db, factor: Insertable<SecondFactors>): Promise<void> {
  const { secret, lastStep, recoveryHashes } = factor;
  await db
    .insertInto("secondFactors")
    .values(factor)
    .onConflict((conflict) =>
      conflict.columns(["clientId", "userId"]).doUpdateSet({ secret, lastStep, recoveryHashes }),
    )
    .execute();
}

export async function deleteSecondFactor(db: Db, { clientId, userId }: Owner): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("secondFactors")
    .where("clientId", "=", clientId)
    .where("userId", "=", userId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Whether no code of this step or a later one was taken yet. */
export async function takeStep(db: Db, { clientId, userId }: Owner, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("secondFactors")
    .set({ lastStep: step })
    .where("clientId", "=", clientId)
    .where("userId", "=", userId)
    .where("lastStep", "<", step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether the code was among those left. */
export async function takeRecoveryCode(db: Db, { clientId, userId }: Owner, hash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("secondFactors")
    .set({ recoveryHashes: sql`array_remove(recovery_hashes, ${hash}::bytea)` })
    .where("clientId", "=", clientId)
    .where("userId", "=", userId)
    .where(sql<SqlBool>`${hash}::bytea = any(recovery_hashes)`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
