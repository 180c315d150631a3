import type { OperationId } from "@lectern/contract/operations";
import type { FastifyInstance } from "fastify";
import { eventParts, features } from "./app.ts";
import { listReach } from "./features/base/accounts/queries.ts";
import { createTokenUsage } from "./features/base/accounts/token-usage.ts";
import { isKnownTimeZone } from "./features/base/lookups/time-zones.ts";
import { staffBySession } from "./features/base/staff-sessions/staff-caller.ts";
import { compressAnswers } from "./http/compression.ts";
import { assetRoutes } from "./http/pages/assets.ts";
import { builtPageRoutes } from "./http/pages/built-pages.ts";
import { registerPages } from "./http/pages/dialect.ts";
import { registerReference } from "./http/reference.ts";
import { createServer } from "./http/server.ts";
import { registerSocket } from "./http/socket/dialect.ts";
import type { Sayings } from "./http/socket/say.ts";
import { registerV2 } from "./http/v2/dialect.ts";
import { byKeyOrSession, operatorByKey } from "./http/web/caller.ts";
import { registerWeb } from "./http/web/dialect.ts";
import { type AppDeps, createServices, type Services } from "./services.ts";

export interface App {
  readonly server: FastifyInstance;
  /** The operations of the compatible API that are more than 501. */
  readonly built: ReadonlySet<OperationId>;
  readonly caches: Caches;
  /** Every kind of message that rooms take, and who may say it. */
  readonly said: Sayings["kinds"];
}

export type Caches = Pick<Services, "accounts" | "events" | "rooms">;

/** All features behind one server. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { config } = deps;
  const server = createServer(config);
  const services = createServices(deps, eventParts, server.log);
  const { accounts, events } = services;
  const usage = createTokenUsage(services.db, (error) => server.log.warn({ err: error }, "token uses not written"));
  server.addHook("preClose", async () => services.emptyRooms());
  server.addHook("onClose", async () => {
    await services.drain();
    await usage.close();
  });
  compressAnswers(server);
  await registerReference(server, config);
  assetRoutes(server);
  builtPageRoutes(server);
  for (const { routes = [] } of features) for (const serve of routes) await serve(server, services);
  await registerPages(server, services, (pages) => {
    for (const { pages: doors = [] } of features) for (const define of doors) define(pages, services);
  });
  const sayings = await registerSocket(
    server,
    { ...services, doorkeeper: services.rooms, parts: services.roomParts },
    (socket) => {
      for (const { socket: doors = [] } of features) for (const define of doors) define(socket, services);
    },
  );
  const directory = {
    findToken: accounts.tokens.get,
    findClient: accounts.clients.get,
    findEvent: events.get,
    listReach: (clientId: number) => listReach(services.db, clientId),
    isKnownTimeZone,
    recordUse: usage.record,
  };
  const built = await registerV2(server, { ...config, ...services, directory }, (v2) => {
    for (const { v2: doors = [] } of features) for (const define of doors) define(v2, services);
  });
  await registerWeb(
    server,
    { ...services, identify: byKeyOrSession(operatorByKey(deps.operatorKey), staffBySession(services)) },
    (web) => {
      for (const { web: doors = [] } of features) for (const define of doors) define(web, services);
    },
  );
  return { server, built, caches: services, said: sayings.kinds };
}
