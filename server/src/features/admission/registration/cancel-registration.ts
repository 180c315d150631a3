import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { lockPerson, type RegistrantKey } from "./people/person-queries.ts";
import { takeOut } from "./take-out.ts";
import type { Moment } from "./waiting/confirm-address.ts";

/** Takes somebody out who does not come, or does not want to wait any more; the seat goes to who waits. */
export async function cancelRegistration(db: Db, key: RegistrantKey, { actor }: Moment): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { event, registrant } = await lockPerson(tx, key);
    await takeOut(tx, event, registrant, actor);
  });
}
