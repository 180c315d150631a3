import { type AccessName, accessNames } from "@lectern/contract/operations";
import type { Kysely, Selectable } from "kysely";
import Type from "typebox";
import type { ApiTokens, Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { AccountCache } from "./account-cache.ts";
import { createClient } from "./create-client.ts";
import { addUser, permissionsOf } from "./create-user.ts";
import { issueToken, rotateToken } from "./issue-token.ts";
import { listTokens } from "./queries.ts";
import { requireRightsOf } from "./rights-of.ts";
import { IssuedToken, NewClient, NewToken, NewUser, Token } from "./schema.ts";
import { setTokenActive } from "./set-token-active.ts";

export interface AccountDeps {
  db: Kysely<Database>;
  accounts: AccountCache;
}

/** Clients, users and tokens. */
export function accountRoutes(web: Web, deps: AccountDeps): void {
  const { db } = deps;

  web.operation("createClient", {
    route: "POST /clients",
    right: "installation.manage",
    group: "Operator",
    summary: "Create a client",
    body: NewClient,
    status: 201,
    answer: Type.Object({ id: Type.Integer(), name: Type.String() }),
    handle: ({ body }) => createClient(db, body),
  });

  web.operation("createUser", {
    route: "POST /clients/{clientId}/users",
    right: "users.manage",
    group: "Operator",
    summary: "Create a staff user",
    body: NewUser,
    status: 201,
    answer: Type.Object({ id: Type.Integer(), userName: Type.String() }),
    description: "Nobody gives permissions that open more than they may do themselves; without any given, all are.",
    handle: ({ client, body, may, actor }) => {
      requireRightsOf(permissionsOf(body), may);
      return addUser(db, client.id, body, actor);
    },
  });

  tokenRoutes(web, deps);
}

function tokenRoutes(web: Web, { db, accounts }: AccountDeps): void {
  web.operation("listTokens", {
    route: "GET /clients/{clientId}/tokens",
    right: "tokens.manage",
    group: "Operator",
    summary: "List the tokens of a client",
    answer: Type.Object({ tokens: Type.Array(Token) }),
    handle: async ({ client }) => ({ tokens: (await listTokens(db, client.id)).map(presentToken) }),
  });

  web.operation("issueToken", {
    route: "POST /clients/{clientId}/tokens",
    right: "tokens.manage",
    group: "Operator",
    summary: "Issue a token",
    description: "The answer is the one time that the secret can be read.",
    body: NewToken,
    status: 201,
    answer: IssuedToken,
    handle: async ({ client, body }) => {
      const unknown = body.access.find((name) => name !== "all" && !accessNames.includes(name as AccessName));
      if (unknown !== undefined) fail("body.invalid", { faults: `There is no access called ${unknown}.` });
      const issued = await issueToken(db, client.id, { ...body, access: body.access as (AccessName | "all")[] });
      return presentIssued(client.id, issued);
    },
  });

  web.operation("rotateToken", {
    route: "POST /clients/{clientId}/tokens/{tokenId}/rotate",
    right: "tokens.manage",
    group: "Operator",
    summary: "Replace the pair of a token",
    answer: IssuedToken,
    handle: async ({ client, params: { tokenId } }) => {
      const { oldKey, ...issued } = await rotateToken(db, client.id, tokenId);
      accounts.tokens.drop(oldKey);
      return presentIssued(client.id, issued);
    },
  });

  for (const [action, isActive] of [
    ["disable", false],
    ["enable", true],
  ] as const)
    web.operation(`${action}Token`, {
      route: `POST /clients/{clientId}/tokens/{tokenId}/${action}`,
      right: "tokens.manage",
      group: "Operator",
      summary: `${isActive ? "Enable" : "Disable"} a token`,
      handle: async ({ client, params: { tokenId } }) =>
        accounts.tokens.drop(await setTokenActive(db, client.id, tokenId, isActive)),
    });
}

function presentIssued(clientId: number, issued: { id: number; key: string; secret: string }) {
  return { tokenId: issued.id, clientId, key: issued.key, secret: issued.secret };
}

function presentToken(token: Selectable<ApiTokens>) {
  return {
    tokenId: token.id,
    clientId: token.clientId,
    name: token.name,
    key: token.key,
    access: token.access,
    isActive: token.isActive,
    createdAt: token.createdAt.toISOString(),
    ...(token.lastUsedAt && { lastUsedAt: token.lastUsedAt.toISOString() }),
    ...(token.disabledBecause !== null && { disabledBecause: token.disabledBecause }),
  };
}
