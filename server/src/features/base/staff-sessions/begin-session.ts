import { randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Db } from "../../../db/database.ts";
import { cutText } from "../../../lib/cut-text.ts";
import { hashSecret } from "../../../lib/secrets.ts";
import { accountChanges } from "../accounts/changes.ts";
import { deleteSessionOfBrowser, insertStaffSession, recordLogin } from "./queries.ts";
import { readStaffToken } from "./staff-cookie.ts";

export const SESSION_SECONDS = 12 * 3600;

export interface BegunSession {
  /** For the cookie; only its hash is kept. */
  readonly token: string;
  readonly tokenHash: Buffer;
  readonly expiresAt: Date;
}

export interface SigningIn {
  readonly clientId: number;
  readonly userId: number;
  /** As the record of changes names who let the user in. */
  readonly actor: string;
  readonly request: Pick<FastifyRequest, "headers">;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Signs a user in, in the caller's transaction. The token is always a new one, and the browser's old session ends. */
export async function beginSession(tx: Db, { clientId, userId, actor, ...by }: SigningIn): Promise<BegunSession> {
  const { request, publicUrl, now } = by;
  // 256 bits: nobody guesses it, so a plain SHA-256 of it is enough to keep.
  const token = randomBytes(32).toString("base64url");
  const tokenHash = hashSecret(token);
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  const before = readStaffToken(request, publicUrl);
  if (before) await deleteSessionOfBrowser(tx, before);
  const userAgent = cutText(request.headers["user-agent"] ?? "", 300);
  await insertStaffSession(tx, { clientId, userId, tokenHash, expiresAt, userAgent, createdAt: now, lastSeenAt: now });
  await recordLogin(tx, clientId, userId, now);
  await accountChanges.record(tx, "user.signed-in", { clientId, subjectId: userId, actor });
  return { token, tokenHash, expiresAt };
}
