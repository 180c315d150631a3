import type { Db } from "../../../../db/database.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import { fail } from "../../../../errors.ts";
import { registrationChanges } from "../changes.ts";
import { readRedirectHost } from "./redirect-rule.ts";

/** Says to which hosts beside our own people may be sent on; answers them as they are compared. */
export async function setRedirectHosts(
  db: Db,
  clientId: number,
  given: readonly string[],
  { actor }: { actor: string },
): Promise<string[]> {
  const wrong = given.find((host) => readRedirectHost(host) === undefined);
  if (wrong !== undefined)
    fail("body.invalid", { faults: `${wrong} is no host such as example.com, *.example.com or example.com:8443` });
  const redirectHosts = [...new Set(given.flatMap((host) => readRedirectHost(host) ?? []))];
  await inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("clients")
      .set({ redirectHosts })
      .where("id", "=", clientId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) fail("client.unknown", { clientId });
    await registrationChanges.record(tx, "redirect-hosts.updated", { clientId, actor });
  });
  return redirectHosts;
}
