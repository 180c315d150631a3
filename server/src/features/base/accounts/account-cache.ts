import type { AccessName } from "@lectern/contract/operations";
import type { Db } from "../../../db/database.ts";
import type { TokenRecord } from "../../../http/v2/directory.ts";
import { createLoadCache, type LoadCache } from "../../../lib/load-cache.ts";
import type { ClientRecord } from "./client-record.ts";
import { findClient, findTokenByKey } from "./queries.ts";

export interface AccountCache {
  readonly tokens: LoadCache<string, TokenRecord>;
  readonly clients: LoadCache<number, ClientRecord>;
}

/** Tokens and clients in memory, dropped by NOTIFY when any process changes them. */
export function createAccountCache(db: Db): AccountCache {
  return {
    tokens: createLoadCache((key) => loadToken(db, key)),
    clients: createLoadCache((id) => findClient(db, id)),
  };
}

async function loadToken(db: Db, key: string): Promise<TokenRecord | undefined> {
  const token = await findTokenByKey(db, key);
  return token && { ...token, access: new Set(token.access as (AccessName | "all")[]) };
}
