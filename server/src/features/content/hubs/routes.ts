import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import type { Staging } from "../../../lib/staging.ts";
import { findClient } from "../../base/accounts/queries.ts";
import { contentRoutes } from "./content-routes.ts";
import { createHub } from "./create-hub.ts";
import { presentHub, presentHubDetail } from "./present.ts";
import { findHub, listCategories, listFilters, listHubs } from "./queries.ts";
import { Categories, ClientParams, Filters, HubAnswer, HubChange, HubDetail, HubParams, NewHub } from "./schema.ts";
import { setCategories, setFilters } from "./set-categories.ts";
import { updateHub } from "./update-hub.ts";

export interface HubDeps {
  db: Kysely<Database>;
  files: FileStore;
  staging: Staging;
  publicUrl: string;
  now(): Date;
}

const shared = { tags: ["Hubs"], security: [{ operatorKey: [] }] };
const author = { actor: "operator" };

/** The operator's API for hubs, and what they sort their contents by. */
export function hubRoutes(web: WebApp, deps: HubDeps): void {
  const { db, publicUrl, now } = deps;

  async function present(clientId: number, hubId: number) {
    const hub = (await findHub(db, clientId, hubId)) ?? fail("hub.unknown", { hubId });
    const [categories, filters] = [await listCategories(db, clientId, hubId), await listFilters(db, clientId, hubId)];
    return presentHubDetail(hub, categories, filters, publicUrl);
  }

  web.post("/clients/:clientId/hubs", {
    schema: {
      ...shared,
      operationId: "createHub",
      summary: "Create a hub",
      params: ClientParams,
      body: NewHub,
      response: { 201: HubDetail, ...problems },
    },
    handler: async ({ params: { clientId }, body }, reply) => {
      const id = await createHub(db, clientId, { kind: "hub", ...body }, author, now());
      return reply.status(201).send(await present(clientId, id));
    },
  });

  web.get("/clients/:clientId/hubs", {
    schema: {
      ...shared,
      operationId: "listHubs",
      summary: "List the hubs of a client",
      params: ClientParams,
      response: { 200: Type.Object({ hubs: Type.Array(HubAnswer) }), ...problems },
    },
    handler: async ({ params: { clientId } }) => {
      if (!(await findClient(db, clientId))) fail("client.unknown", { clientId });
      return { hubs: (await listHubs(db, clientId)).map((hub) => presentHub(hub, publicUrl)) };
    },
  });

  web.get("/clients/:clientId/hubs/:hubId", {
    schema: {
      ...shared,
      operationId: "getHub",
      summary: "A hub with its categories and filters",
      params: HubParams,
      response: { 200: HubDetail, ...problems },
    },
    handler: async ({ params }) => present(params.clientId, params.hubId),
  });

  web.patch("/clients/:clientId/hubs/:hubId", {
    schema: {
      ...shared,
      operationId: "updateHub",
      summary: "Change a hub",
      description: "A new slug is a new address; the old one leads nowhere.",
      params: HubParams,
      body: HubChange,
      response: { 200: HubDetail, ...problems },
    },
    handler: async ({ params: { clientId, hubId }, body }) => {
      await updateHub(db, clientId, hubId, body, author);
      return present(clientId, hubId);
    },
  });

  web.put("/clients/:clientId/hubs/:hubId/categories", {
    schema: {
      ...shared,
      operationId: "setHubCategories",
      summary: "Set the categories of a hub, in order",
      params: HubParams,
      body: Categories,
      response: { 200: HubDetail, ...problems },
    },
    handler: async ({ params: { clientId, hubId }, body }) => {
      await setCategories(db, clientId, hubId, body.categories, author);
      return present(clientId, hubId);
    },
  });

  web.put("/clients/:clientId/hubs/:hubId/filters", {
    schema: {
      ...shared,
      operationId: "setHubFilters",
      summary: "Set the filters of a hub, by group and in order",
      params: HubParams,
      body: Filters,
      response: { 200: HubDetail, ...problems },
    },
    handler: async ({ params: { clientId, hubId }, body }) => {
      await setFilters(db, clientId, hubId, body.groups, author);
      return present(clientId, hubId);
    },
  });

  contentRoutes(web, deps);
}
