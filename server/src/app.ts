import type { OperationId } from "@lectern/contract/operations";
import type { FastifyInstance } from "fastify";
import type { Feature } from "./feature.ts";
import { registration } from "./features/admission/registration/feature.ts";
import { unsubscriptions } from "./features/admission/unsubscriptions/feature.ts";
import { accounts } from "./features/base/accounts/feature.ts";
import { listReach } from "./features/base/accounts/queries.ts";
import { createTokenUsage } from "./features/base/accounts/token-usage.ts";
import { files } from "./features/base/files/feature.ts";
import { lookups } from "./features/base/lookups/feature.ts";
import { isKnownTimeZone } from "./features/base/lookups/time-zones.ts";
import { status } from "./features/base/status/feature.ts";
import { derivatives } from "./features/content/derivatives/feature.ts";
import { hubs } from "./features/content/hubs/feature.ts";
import { imports } from "./features/doors/import/feature.ts";
import { personalLinks } from "./features/doors/personal-links/feature.ts";
import { registrationPage } from "./features/doors/registration-page/feature.ts";
import { seamless } from "./features/doors/seamless/feature.ts";
import { singleSignOn } from "./features/doors/single-sign-on/feature.ts";
import { analytics } from "./features/insight/analytics/feature.ts";
import { mailbox } from "./features/mail/mailbox/feature.ts";
import { sending } from "./features/mail/send/feature.ts";
import { tracking } from "./features/mail/tracking/feature.ts";
import { demo } from "./features/staff/demo/feature.ts";
import { forgetting } from "./features/staff/forget/feature.ts";
import { staffPages } from "./features/staff/staff-pages/feature.ts";
import { captions } from "./features/webinars/captions/feature.ts";
import { eventConsole } from "./features/webinars/console/feature.ts";
import { eventEmails } from "./features/webinars/event-emails/feature.ts";
import { events } from "./features/webinars/events/feature.ts";
import { media } from "./features/webinars/media/feature.ts";
import { slides } from "./features/webinars/slides/feature.ts";
import { compressAnswers } from "./http/compression.ts";
import { assetRoutes } from "./http/pages/assets.ts";
import { registerPages } from "./http/pages/dialect.ts";
import { registerReference } from "./http/reference.ts";
import { createServer } from "./http/server.ts";
import { registerV2 } from "./http/v2/dialect.ts";
import { operatorByKey } from "./http/web/caller.ts";
import { registerWeb } from "./http/web/dialect.ts";
import { type AppDeps, createServices, type Services } from "./services.ts";

/** What keeps something: events are created and copied, and people forgotten, in this order. */
const keepers: readonly Feature<Services>[] = [
  status,
  accounts,
  lookups,
  files,
  events,
  registration,
  unsubscriptions,
  registrationPage,
  eventConsole,
  eventEmails,
  slides,
  media,
  captions,
  hubs,
  derivatives,
  mailbox,
  sending,
  tracking,
  imports,
  personalLinks,
  singleSignOn,
  seamless,
  analytics,
  staffPages,
  demo,
];

/** The whole product: remove a row and its folder, and the feature is gone. */
export const features: readonly Feature<Services>[] = [...keepers, forgetting(keepers)];

export const eventParts = features.flatMap(({ eventPart }) => eventPart ?? []);

/** Everything that runs in the background. */
export const jobs = features.flatMap((feature) => feature.jobs ?? []);

export interface App {
  readonly server: FastifyInstance;
  /** The operations of the compatible API that are more than 501. */
  readonly built: ReadonlySet<OperationId>;
  readonly caches: Caches;
}

export type Caches = Pick<Services, "accounts" | "events">;

/** All features behind one server. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { config } = deps;
  const server = createServer(config);
  const services = createServices(deps, eventParts);
  const { accounts, events } = services;
  const usage = createTokenUsage(services.db, (error) => server.log.warn({ err: error }, "token uses not written"));
  server.addHook("onClose", async () => {
    await services.registrantWriter.drain();
    await usage.close();
  });
  compressAnswers(server);
  await registerReference(server, config);
  assetRoutes(server);
  for (const { routes = [] } of features) for (const serve of routes) await serve(server, services);
  await registerPages(server, config, (pages) => {
    for (const { pages: doors = [] } of features) for (const define of doors) define(pages, services);
  });
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
  await registerWeb(server, { ...services, identify: operatorByKey(deps.operatorKey) }, (web) => {
    for (const { web: doors = [] } of features) for (const define of doors) define(web, services);
  });
  return { server, built, caches: services };
}
