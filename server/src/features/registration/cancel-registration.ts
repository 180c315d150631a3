import type { Db } from "../../db/database.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Moment } from "./confirm-address.ts";
import { lockPerson, type RegistrantKey } from "./person-queries.ts";
import { takeOut } from "./take-out.ts";

/** Takes somebody out who does not come, or does not want to wait any more; the seat goes to who waits. */
export async function cancelRegistration(db: Db, key: RegistrantKey, { actor }: Moment): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { event, registrant } = await lockPerson(tx, key);
    await takeOut(tx, event, registrant, actor);
  });
}
