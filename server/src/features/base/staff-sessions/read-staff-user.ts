import type { FastifyRequest } from "fastify";
import type { Db } from "../../../db/database.ts";
import { findStaffUser, type StaffUser, touchStaffSession } from "./queries.ts";
import { readStaffToken } from "./staff-cookie.ts";

/** A session that nobody has used for so long ends. */
export const IDLE_MS = 2 * 3_600_000;
/** How exactly it is known when somebody was seen: a write for each page would be one too many. */
const TOUCH_MS = 60_000;

export interface SessionDeps {
  readonly db: Db;
  readonly publicUrl: string;
  now(): Date;
}

/** Since when a session must have been seen to be one at a moment. */
export const livingAt = (now: Date) => ({ now, idleSince: new Date(now.getTime() - IDLE_MS) });

/** The staff user of a request, if one is signed in. Asked of the database each time: what ended has ended everywhere. */
export async function readStaffUser(
  request: Pick<FastifyRequest, "headers">,
  { db, now, publicUrl }: SessionDeps,
): Promise<StaffUser | undefined> {
  const tokenHash = readStaffToken(request, publicUrl);
  if (!tokenHash) return undefined;
  const at = now();
  const user = await findStaffUser(db, tokenHash, livingAt(at));
  if (user && at.getTime() - user.lastSeenAt.getTime() > TOUCH_MS)
    await touchStaffSession(db, user.clientId, user.sessionId, at);
  return user;
}
