import type { FastifyRequest } from "fastify";
import type { Db } from "../../../../db/database.ts";
import { findStaffUser, type StaffUser } from "./session-queries.ts";
import { readStaffToken } from "./staff-cookie.ts";

/** The staff user of a request, if one is signed in. */
export async function readStaffUser(
  request: FastifyRequest,
  { db, now }: { db: Db; now(): Date },
): Promise<StaffUser | undefined> {
  const tokenHash = readStaffToken(request);
  return tokenHash && findStaffUser(db, tokenHash, now());
}

/** Whether all events of the client are theirs to see and to run; users made by signing in for the first time may nothing. */
export function seesEvents({ permissions }: StaffUser): boolean {
  return permissions.includes("Workgroup Access (View and Edit all events)");
}
