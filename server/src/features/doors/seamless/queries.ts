import { type SqlBool, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";

export interface KnownPerson {
  readonly id: number;
  readonly email: string;
  readonly status: RegistrantStatus;
  readonly isBlocked: boolean;
}

function selectPeople(db: Db, clientId: number, eventId: number) {
  return db
    .selectFrom("registrants")
    .select(["id", "email", "status", "isBlocked"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("status", "not in", ["deleted", "forgotten"])
    .$narrowType<{ status: RegistrantStatus }>();
}

export async function findByEmail(
  db: Db,
  clientId: number,
  eventId: number,
  email: string,
): Promise<KnownPerson | undefined> {
  return selectPeople(db, clientId, eventId).where(sql<SqlBool>`lower(email) = lower(${email})`).executeTakeFirst();
}

/** By the code that the caller's own system knows the person under; the first of those who share one. */
export async function findByExternalCode(
  db: Db,
  clientId: number,
  eventId: number,
  code: string,
): Promise<KnownPerson | undefined> {
  return selectPeople(db, clientId, eventId)
    .where("extEventUserCd", "=", code)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}
