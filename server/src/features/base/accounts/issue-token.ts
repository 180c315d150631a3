import { randomBytes } from "node:crypto";
import type { AccessName } from "@lectern/contract/operations";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { hashSecret } from "../../../lib/secrets.ts";
import { findClient, findToken, findUser } from "./queries.ts";

export interface NewToken {
  name: string;
  access: readonly (AccessName | "all")[];
  /** The staff user that the token acts for. */
  userName?: string;
}

export interface IssuedToken {
  id: number;
  key: string;
  /** Only its hash is kept: this is the one time it can be read. */
  secret: string;
}

/** Issues a token pair for a client. */
export async function issueToken(db: Db, clientId: number, token: NewToken): Promise<IssuedToken> {
  if (!(await findClient(db, clientId))) fail("client.unknown", { clientId });
  const user = token.userName === undefined ? undefined : await findUser(db, clientId, token.userName);
  if (token.userName !== undefined && !user) fail("user.unknown", { userName: token.userName });
  const pair = makePair();
  const { id } = await db
    .insertInto("apiTokens")
    .values({
      clientId,
      userId: user?.id ?? null,
      name: token.name,
      key: pair.key,
      secretHash: hashSecret(pair.secret),
      access: token.access.includes("all") ? ["all"] : [...token.access],
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, ...pair };
}

/** Replaces the pair of a token, which keeps its name, rights and history; the old pair stops working. */
export async function rotateToken(
  db: Db,
  clientId: number,
  tokenId: number,
): Promise<IssuedToken & { oldKey: string }> {
  const pair = makePair();
  const old = await findToken(db, clientId, tokenId);
  if (!old) fail("token.unknown", { tokenId });
  await db
    .updateTable("apiTokens")
    .set({ key: pair.key, secretHash: hashSecret(pair.secret), enabledAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", tokenId)
    .execute();
  return { id: tokenId, ...pair, oldKey: old.key };
}

/** Key: 32 upper-case hex digits. Secret: 128 lower-case ones. */
function makePair(): { key: string; secret: string } {
  return { key: randomBytes(16).toString("hex").toUpperCase(), secret: randomBytes(64).toString("hex") };
}
