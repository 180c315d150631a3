import { type AccessName, accessNames } from "@lectern/contract/operations";
import type { Kysely, Selectable } from "kysely";
import Type from "typebox";
import type { ApiTokens, Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import type { AccountCache } from "./account-cache.ts";
import { createClient } from "./create-client.ts";
import { createUser } from "./create-user.ts";
import { issueToken, rotateToken } from "./issue-token.ts";
import { findClient, listTokens } from "./queries.ts";
import { IssuedToken, NewClient, NewToken, NewUser, Token } from "./schema.ts";
import { setTokenActive } from "./set-token-active.ts";

const tags = ["Operator"];
const security = [{ operatorKey: [] }];
const ClientParams = Type.Object({ clientId: Type.Integer() });
const TokenParams = Type.Object({ clientId: Type.Integer(), tokenId: Type.Integer() });

export interface AccountDeps {
  db: Kysely<Database>;
  accounts: AccountCache;
}

/** The operator's API for clients, users and tokens. */
export function accountRoutes(web: WebApp, { db, accounts }: AccountDeps): void {
  web.post("/clients", {
    schema: {
      tags,
      security,
      operationId: "createClient",
      summary: "Create a client",
      body: NewClient,
      response: { 201: Type.Object({ id: Type.Integer(), name: Type.String() }), ...problems },
    },
    handler: async ({ body }, reply) => reply.status(201).send(await createClient(db, body)),
  });

  web.post("/clients/:clientId/users", {
    schema: {
      tags,
      security,
      operationId: "createUser",
      summary: "Create a staff user",
      params: ClientParams,
      body: NewUser,
      response: { 201: Type.Object({ id: Type.Integer(), userName: Type.String() }), ...problems },
    },
    handler: async ({ params, body }, reply) => reply.status(201).send(await createUser(db, params.clientId, body)),
  });

  web.get("/clients/:clientId/tokens", {
    schema: {
      tags,
      security,
      operationId: "listTokens",
      summary: "List the tokens of a client",
      params: ClientParams,
      response: { 200: Type.Object({ tokens: Type.Array(Token) }), ...problems },
    },
    handler: async ({ params: { clientId } }) => {
      if (!(await findClient(db, clientId))) fail("client.unknown", { clientId });
      return { tokens: (await listTokens(db, clientId)).map(presentToken) };
    },
  });

  web.post("/clients/:clientId/tokens", {
    schema: {
      tags,
      security,
      operationId: "issueToken",
      summary: "Issue a token",
      description: "The answer is the one time that the secret can be read.",
      params: ClientParams,
      body: NewToken,
      response: { 201: IssuedToken, ...problems },
    },
    handler: async ({ params, body }, reply) => {
      const unknown = body.access.find((name) => name !== "all" && !accessNames.includes(name as AccessName));
      if (unknown !== undefined) fail("body.invalid", { faults: `There is no access called ${unknown}.` });
      const issued = await issueToken(db, params.clientId, { ...body, access: body.access as (AccessName | "all")[] });
      return reply.status(201).send(presentIssued(params.clientId, issued));
    },
  });

  web.post("/clients/:clientId/tokens/:tokenId/rotate", {
    schema: {
      tags,
      security,
      operationId: "rotateToken",
      summary: "Replace the pair of a token",
      params: TokenParams,
      response: { 200: IssuedToken, ...problems },
    },
    handler: async ({ params }) => {
      const { oldKey, ...issued } = await rotateToken(db, params.clientId, params.tokenId);
      accounts.tokens.drop(oldKey);
      return presentIssued(params.clientId, issued);
    },
  });

  for (const [action, isActive] of [
    ["disable", false],
    ["enable", true],
  ] as const)
    web.post(`/clients/:clientId/tokens/:tokenId/${action}`, {
      schema: {
        tags,
        security,
        operationId: `${action}Token`,
        summary: `${isActive ? "Enable" : "Disable"} a token`,
        params: TokenParams,
        response: { 204: Type.Null(), ...problems },
      },
      handler: async ({ params }, reply) => {
        accounts.tokens.drop(await setTokenActive(db, params.clientId, params.tokenId, isActive));
        return reply.status(204).send(null);
      },
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
