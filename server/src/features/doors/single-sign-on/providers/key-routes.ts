import type { Web } from "../../../../http/web/operation.ts";
import { presentServiceProvider } from "./present.ts";
import { activateKey, deleteKey, getKeys, type KeyDeps, prepareKey } from "./provider-keys.ts";
import { ServiceProviderAnswer } from "./schema.ts";

/** What identity providers have to be told of us, and the change of our key. */
export function keyRoutes(web: Web, deps: KeyDeps): void {
  const { db, publicUrl } = deps;
  const present = async (clientId: number) =>
    presentServiceProvider(clientId, await getKeys(deps, clientId), publicUrl);

  web.operation("getServiceProvider", {
    route: "GET /clients/{clientId}/service-provider",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "What identity providers have to be told of this client",
    answer: ServiceProviderAnswer,
    handle: ({ client }) => present(client.id),
  });

  web.operation("createServiceProviderKey", {
    route: "POST /clients/{clientId}/service-provider/keys",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "Make the next key",
    description: "It is in the metadata at once and signs nothing until it is activated.",
    status: 201,
    answer: ServiceProviderAnswer,
    handle: async ({ actor, client }) => {
      await prepareKey(deps, client.id, { actor });
      return present(client.id);
    },
  });

  web.operation("activateServiceProviderKey", {
    route: "POST /clients/{clientId}/service-provider/keys/{keyId}/activate",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "Sign with this key from now on",
    description: "The key before it stays, to read what is still encrypted for it, until it is deleted.",
    answer: ServiceProviderAnswer,
    handle: async ({ actor, client, params: { keyId } }) => {
      await activateKey(db, client.id, keyId, { actor });
      return present(client.id);
    },
  });

  web.operation("deleteServiceProviderKey", {
    route: "DELETE /clients/{clientId}/service-provider/keys/{keyId}",
    right: "sign-in.manage",
    group: "Single sign-on",
    summary: "Delete a key that is not in use",
    handle: ({ actor, client, params: { keyId } }) => deleteKey(db, client.id, keyId, { actor }),
  });
}
