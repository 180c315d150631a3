import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../../db/types.ts";
import { fail } from "../../../../errors.ts";
import { problems, type WebApp } from "../../../../http/web/dialect.ts";
import type { Sealer } from "../../../../lib/sealer.ts";
import { findClient } from "../../../base/accounts/queries.ts";
import { findEvent } from "../../../webinars/events/queries.ts";
import { createProvider } from "./create-provider.ts";
import { deleteProvider } from "./delete-provider.ts";
import { keyRoutes } from "./key-routes.ts";
import { presentProvider } from "./present.ts";
import { findProvider, listProviders } from "./queries.ts";
import { refreshProvider } from "./refresh-provider.ts";
import {
  ClientParams,
  NewProvider,
  Provider,
  ProviderChange,
  ProviderParams,
  TestLink,
  TestOptions,
} from "./schema.ts";
import { testLinkOf } from "./test-link.ts";
import { updateProvider } from "./update-provider.ts";

export interface SingleSignOnDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  readonly isPrivateMetadataAllowed: boolean;
  now(): Date;
}

const shared = { tags: ["Single sign-on"], security: [{ operatorKey: [] }] };
const author = { actor: "operator" };
/** The metadata of an identity provider, and its JSON escapes. */
const BODY_LIMIT = 4 * 1024 * 1024;

/** The operator's API for identity providers, and for what we are to them. */
export function singleSignOnRoutes(web: WebApp, deps: SingleSignOnDeps): void {
  providerRoutes(web, deps);
  actionRoutes(web, deps);
  keyRoutes(web, deps);
}

function providerRoutes(web: WebApp, deps: SingleSignOnDeps): void {
  const { db, publicUrl, now } = deps;
  const providerDeps = { db, now, rules: { arePrivateHostsAllowed: deps.isPrivateMetadataAllowed } };
  const present = async (clientId: number, id: number) =>
    presentProvider(await getProvider(deps, clientId, id), publicUrl);

  web.post("/clients/:clientId/identity-providers", {
    bodyLimit: BODY_LIMIT,
    schema: {
      ...shared,
      operationId: "createIdentityProvider",
      summary: "Set up an identity provider",
      description: "Its metadata comes as text or from an address, which is read again every night.",
      params: ClientParams,
      body: NewProvider,
      response: { 201: Provider, ...problems },
    },
    handler: async ({ params: { clientId }, body }, reply) => {
      const id = await createProvider(providerDeps, clientId, body, author);
      return reply.status(201).send(await present(clientId, id));
    },
  });

  web.get("/clients/:clientId/identity-providers", {
    schema: {
      ...shared,
      operationId: "listIdentityProviders",
      summary: "List the identity providers of a client",
      params: ClientParams,
      response: { 200: Type.Object({ identityProviders: Type.Array(Provider) }), ...problems },
    },
    handler: async ({ params: { clientId } }) => {
      if (!(await findClient(db, clientId))) fail("client.unknown", { clientId });
      return { identityProviders: (await listProviders(db, clientId)).map((one) => presentProvider(one, publicUrl)) };
    },
  });

  web.get("/clients/:clientId/identity-providers/:providerId", {
    schema: {
      ...shared,
      operationId: "getIdentityProvider",
      summary: "An identity provider",
      params: ProviderParams,
      response: { 200: Provider, ...problems },
    },
    handler: async ({ params }) => present(params.clientId, params.providerId),
  });

  web.patch("/clients/:clientId/identity-providers/:providerId", {
    bodyLimit: BODY_LIMIT,
    schema: {
      ...shared,
      operationId: "updateIdentityProvider",
      summary: "Change an identity provider",
      params: ProviderParams,
      body: ProviderChange,
      response: { 200: Provider, ...problems },
    },
    handler: async ({ params: { clientId, providerId }, body }) => {
      await updateProvider(providerDeps, clientId, providerId, body, author);
      return present(clientId, providerId);
    },
  });

  web.delete("/clients/:clientId/identity-providers/:providerId", {
    schema: {
      ...shared,
      operationId: "deleteIdentityProvider",
      summary: "Remove an identity provider",
      description: "Whoever is signed in by it stays so until the session ends.",
      params: ProviderParams,
      response: { 204: Type.Null(), ...problems },
    },
    handler: async ({ params }, reply) => {
      await deleteProvider(db, params.clientId, params.providerId, author);
      return reply.status(204).send(null);
    },
  });
}

function actionRoutes(web: WebApp, deps: SingleSignOnDeps): void {
  const { db, publicUrl, now } = deps;

  web.post("/clients/:clientId/identity-providers/:providerId/refresh", {
    schema: {
      ...shared,
      operationId: "refreshIdentityProvider",
      summary: "Read the metadata of an identity provider now",
      params: ProviderParams,
      response: { 200: Provider, ...problems },
    },
    handler: async ({ params: { clientId, providerId } }) => {
      const rules = { arePrivateHostsAllowed: deps.isPrivateMetadataAllowed };
      await refreshProvider({ db, now, rules }, await getProvider(deps, clientId, providerId), author);
      return presentProvider(await getProvider(deps, clientId, providerId), publicUrl);
    },
  });

  web.post("/clients/:clientId/identity-providers/:providerId/test-link", {
    schema: {
      ...shared,
      operationId: "createSignInTest",
      summary: "Make a link for a test login",
      description:
        "Whoever opens it within an hour signs in and sees the attributes received and what would be registered. Nobody is.",
      params: ProviderParams,
      body: TestOptions,
      response: { 201: TestLink, ...problems },
    },
    handler: async ({ params: { clientId, providerId }, body: { eventId } }, reply) => {
      await getProvider(deps, clientId, providerId);
      if (eventId !== undefined && !(await findEvent(db, clientId, eventId))) fail("event.unknown", { eventId });
      const { url, expiresAt } = testLinkOf(deps, { clientId, providerId, eventId }, now());
      return reply.status(201).send({ url, expiresAt: expiresAt.toISOString() });
    },
  });
}

async function getProvider({ db }: SingleSignOnDeps, clientId: number, providerId: number) {
  return (await findProvider(db, clientId, providerId)) ?? fail("identityProvider.unknown", { providerId });
}
