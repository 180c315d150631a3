import Type from "typebox";
import { problems, type WebApp } from "../../../../http/web/dialect.ts";
import { presentServiceProvider } from "./present.ts";
import { activateKey, deleteKey, getKeys, type KeyDeps, prepareKey } from "./provider-keys.ts";
import { ClientParams, KeyParams, ServiceProviderAnswer } from "./schema.ts";

const shared = { tags: ["Single sign-on"], security: [{ operatorKey: [] }] };
const author = { actor: "operator" };

/** What identity providers have to be told of us, and the change of our key. */
export function keyRoutes(web: WebApp, deps: KeyDeps): void {
  const { db, publicUrl } = deps;
  const present = async (clientId: number) =>
    presentServiceProvider(clientId, await getKeys(deps, clientId), publicUrl);

  web.get("/clients/:clientId/service-provider", {
    schema: {
      ...shared,
      operationId: "getServiceProvider",
      summary: "What identity providers have to be told of this client",
      params: ClientParams,
      response: { 200: ServiceProviderAnswer, ...problems },
    },
    handler: async ({ params }) => present(params.clientId),
  });

  web.post("/clients/:clientId/service-provider/keys", {
    schema: {
      ...shared,
      operationId: "createServiceProviderKey",
      summary: "Make the next key",
      description: "It is in the metadata at once and signs nothing until it is activated.",
      params: ClientParams,
      response: { 201: ServiceProviderAnswer, ...problems },
    },
    handler: async ({ params: { clientId } }, reply) => {
      await prepareKey(deps, clientId, author);
      return reply.status(201).send(await present(clientId));
    },
  });

  web.post("/clients/:clientId/service-provider/keys/:keyId/activate", {
    schema: {
      ...shared,
      operationId: "activateServiceProviderKey",
      summary: "Sign with this key from now on",
      description: "The key before it stays, to read what is still encrypted for it, until it is deleted.",
      params: KeyParams,
      response: { 200: ServiceProviderAnswer, ...problems },
    },
    handler: async ({ params: { clientId, keyId } }) => {
      await activateKey(db, clientId, keyId, author);
      return present(clientId);
    },
  });

  web.delete("/clients/:clientId/service-provider/keys/:keyId", {
    schema: {
      ...shared,
      operationId: "deleteServiceProviderKey",
      summary: "Delete a key that is not in use",
      params: KeyParams,
      response: { 204: Type.Null(), ...problems },
    },
    handler: async ({ params: { clientId, keyId } }, reply) => {
      await deleteKey(db, clientId, keyId, author);
      return reply.status(204).send(null);
    },
  });
}
