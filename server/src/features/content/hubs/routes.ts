import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import { contentRoutes } from "./content-routes.ts";
import { createHub } from "./create-hub.ts";
import { presentHub, presentHubDetail } from "./present.ts";
import { findHub, listCategories, listFilters, listHubs } from "./queries.ts";
import { Categories, Filters, HubAnswer, HubChange, HubDetail, NewHub } from "./schema.ts";
import { setCategories, setFilters } from "./set-categories.ts";
import { updateHub } from "./update-hub.ts";

export interface HubDeps {
  db: Kysely<Database>;
  files: FileStore;
  publicUrl: string;
  now(): Date;
}

/** Hubs, and what they sort their contents by. */
export function hubRoutes(web: Web, deps: HubDeps): void {
  const { db, publicUrl, now } = deps;

  async function present(clientId: number, hubId: number) {
    const hub = (await findHub(db, clientId, hubId)) ?? fail("hub.unknown", { hubId });
    const [categories, filters] = [await listCategories(db, clientId, hubId), await listFilters(db, clientId, hubId)];
    return presentHubDetail(hub, categories, filters, publicUrl);
  }

  web.operation("createHub", {
    route: "POST /clients/{clientId}/hubs",
    right: "hubs.manage",
    group: "Hubs",
    summary: "Create a hub",
    body: NewHub,
    status: 201,
    answer: HubDetail,
    handle: async ({ actor, client, body }) => {
      const id = await createHub(db, client.id, { kind: "hub", ...body }, { actor }, now());
      return present(client.id, id);
    },
  });

  web.operation("listHubs", {
    route: "GET /clients/{clientId}/hubs",
    right: "hubs.read",
    group: "Hubs",
    summary: "List the hubs of a client",
    answer: Type.Object({ hubs: Type.Array(HubAnswer) }),
    handle: async ({ client }) => ({
      hubs: (await listHubs(db, client.id)).map((hub) => presentHub(hub, publicUrl)),
    }),
  });

  web.operation("getHub", {
    route: "GET /clients/{clientId}/hubs/{hubId}",
    right: "hubs.read",
    group: "Hubs",
    summary: "A hub with its categories and filters",
    answer: HubDetail,
    handle: ({ client, params }) => present(client.id, params.hubId),
  });

  web.operation("updateHub", {
    route: "PATCH /clients/{clientId}/hubs/{hubId}",
    right: "hubs.manage",
    group: "Hubs",
    summary: "Change a hub",
    description: "A new slug is a new address; the old one leads nowhere.",
    body: HubChange,
    answer: HubDetail,
    handle: async ({ actor, client, params: { hubId }, body }) => {
      await updateHub(db, client.id, hubId, body, { actor });
      return present(client.id, hubId);
    },
  });

  web.operation("setHubCategories", {
    route: "PUT /clients/{clientId}/hubs/{hubId}/categories",
    right: "hubs.manage",
    group: "Hubs",
    summary: "Set the categories of a hub, in order",
    body: Categories,
    answer: HubDetail,
    handle: async ({ actor, client, params: { hubId }, body }) => {
      await setCategories(db, client.id, hubId, body.categories, { actor });
      return present(client.id, hubId);
    },
  });

  web.operation("setHubFilters", {
    route: "PUT /clients/{clientId}/hubs/{hubId}/filters",
    right: "hubs.manage",
    group: "Hubs",
    summary: "Set the filters of a hub, by group and in order",
    body: Filters,
    answer: HubDetail,
    handle: async ({ actor, client, params: { hubId }, body }) => {
      await setFilters(db, client.id, hubId, body.groups, { actor });
      return present(client.id, hubId);
    },
  });

  contentRoutes(web, deps);
}
