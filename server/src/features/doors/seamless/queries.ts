import type { Db } from "../../../db/database.ts";
import type { KnownPerson } from "../../admission/registration/people/address-queries.ts";
import type { RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";

/** By the code that the caller's own system knows the person under; the first of those who share one. */
export async function findByExternalCode(
  db: Db,
  clientId: number,
  eventId: number,
  code: string,
): Promise<KnownPerson | undefined> {
  return db
    .selectFrom("registrants")
    .select(["id", "email", "status", "isBlocked"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("status", "not in", ["deleted", "forgotten"])
    .where("extEventUserCd", "=", code)
    .orderBy("id")
    .limit(1)
    .$narrowType<{ status: RegistrantStatus }>()
    .executeTakeFirst();
}
