import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../../db/types.ts";
import { fail } from "../../../../errors.ts";
import type { Web } from "../../../../http/web/operation.ts";
import type { Sealer } from "../../../../lib/sealer.ts";
import { findEvent } from "../../../webinars/events/queries.ts";
import { createProvider } from "./create-provider.ts";
import { deleteProvider } from "./delete-provider.ts";
import { keyRoutes } from "./key-routes.ts";
import { presentProvider } from "./present.ts";
import { findProvider, listProviders } from "./queries.ts";
import { refreshProvider } from "./refresh-provider.ts";
import { NewProvider, Provider, ProviderChange, TestLink, TestOptions } from "./schema.ts";
import { testLinkOf } from "./test-link.ts";
import { updateProvider } from "./update-provider.ts";

export interface SingleSignOnDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  readonly isPrivateMetadataAllowed: boolean;
  now(): Date;
}

/** Bytes of the metadata of an identity provider, and its JSON escapes. */
const BODY_LIMIT = 4 * 1024 * 1024;

/** Identity providers, and what we are to them. */
export function singleSignOnRoutes(web: Web, deps: SingleSignOnDeps): void {
  providerRoutes(web, deps);
  actionRoutes(web, deps);
  keyRoutes(web, deps);
}

function providerRoutes(web: Web, deps: SingleSignOnDeps): void {
  const { db, publicUrl, now } = deps;
  const providerDeps = { db, now, rules: { arePrivateHostsAllowed: deps.isPrivateMetadataAllowed } };

  web.operation("createIdentityProvider", {
    route: "POST /clients/{clientId}/identity-providers",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "Set up an identity provider",
    description: "Its metadata comes as text or from an address, which is read again every night.",
    body: NewProvider,
    bodyLimit: BODY_LIMIT,
    status: 201,
    answer: Provider,
    handle: async ({ actor, client, body }) =>
      present(deps, client.id, await createProvider(providerDeps, client.id, body, { actor })),
  });

  web.operation("listIdentityProviders", {
    route: "GET /clients/{clientId}/identity-providers",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "List the identity providers of a client",
    answer: Type.Object({ identityProviders: Type.Array(Provider) }),
    handle: async ({ client }) => ({
      identityProviders: (await listProviders(db, client.id)).map((one) => presentProvider(one, publicUrl)),
    }),
  });

  web.operation("getIdentityProvider", {
    route: "GET /clients/{clientId}/identity-providers/{providerId}",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "An identity provider",
    answer: Provider,
    handle: ({ client, params }) => present(deps, client.id, params.providerId),
  });

  web.operation("updateIdentityProvider", {
    route: "PATCH /clients/{clientId}/identity-providers/{providerId}",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "Change an identity provider",
    body: ProviderChange,
    bodyLimit: BODY_LIMIT,
    answer: Provider,
    handle: async ({ actor, client, params: { providerId }, body }) => {
      await updateProvider(providerDeps, client.id, providerId, body, { actor });
      return present(deps, client.id, providerId);
    },
  });

  web.operation("deleteIdentityProvider", {
    route: "DELETE /clients/{clientId}/identity-providers/{providerId}",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "Remove an identity provider",
    description: "Whoever is signed in by it stays so until the session ends.",
    handle: ({ actor, client, params: { providerId } }) => deleteProvider(db, client.id, providerId, { actor }),
  });
}

function actionRoutes(web: Web, deps: SingleSignOnDeps): void {
  const { db, now } = deps;

  web.operation("refreshIdentityProvider", {
    route: "POST /clients/{clientId}/identity-providers/{providerId}/refresh",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "Read the metadata of an identity provider now",
    answer: Provider,
    handle: async ({ actor, client, params: { providerId } }) => {
      const rules = { arePrivateHostsAllowed: deps.isPrivateMetadataAllowed };
      await refreshProvider({ db, now, rules }, await getProvider(deps, client.id, providerId), { actor });
      return present(deps, client.id, providerId);
    },
  });

  web.operation("createSignInTest", {
    route: "POST /clients/{clientId}/identity-providers/{providerId}/test-link",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "Make a link for a test login",
    description:
      "Whoever opens it within an hour signs in and sees the attributes received and what would be registered. Nobody is.",
    body: TestOptions,
    status: 201,
    answer: TestLink,
    handle: async ({ client, params: { providerId }, body: { eventId } }) => {
      await getProvider(deps, client.id, providerId);
      if (eventId !== undefined && !(await findEvent(db, client.id, eventId))) fail("event.unknown", { eventId });
      const { url, expiresAt } = testLinkOf(deps, { clientId: client.id, providerId, eventId }, now());
      return { url, expiresAt: expiresAt.toISOString() };
    },
  });
}

async function present(deps: SingleSignOnDeps, clientId: number, providerId: number) {
  return presentProvider(await getProvider(deps, clientId, providerId), deps.publicUrl);
}

async function getProvider({ db }: SingleSignOnDeps, clientId: number, providerId: number) {
  return (await findProvider(db, clientId, providerId)) ?? fail("identityProvider.unknown", { providerId });
}
