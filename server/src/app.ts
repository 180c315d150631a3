import type { OperationId } from "@lectern/contract/operations";
import Fastify, { type FastifyInstance, type FastifyReply, LogController } from "fastify";
import type { DatabaseConnection } from "./db/database.ts";
import { Refusal } from "./errors.ts";
import { redirectHostRoutes } from "./features/admission/registration/form/redirect-host-routes.ts";
import { gateRoutes } from "./features/admission/registration/gate-routes.ts";
import { registrantLists } from "./features/admission/registration/v2-lists.ts";
import { registerOperations } from "./features/admission/registration/v2-register.ts";
import { updateOperations } from "./features/admission/registration/v2-update.ts";
import { waitingRoutes } from "./features/admission/registration/waiting/waiting-routes.ts";
import {
  createRegistrantWriter,
  type RegistrantWriter,
} from "./features/admission/registration/writer/registrant-writer.ts";
import { type AccountCache, createAccountCache } from "./features/base/accounts/account-cache.ts";
import { accountRoutes } from "./features/base/accounts/routes.ts";
import { createTokenUsage } from "./features/base/accounts/token-usage.ts";
import { accountOperations } from "./features/base/accounts/v2.ts";
import { fileRoutes } from "./features/base/files/routes.ts";
import { lookupOperations } from "./features/base/lookups/v2.ts";
import { homeRoutes } from "./features/base/status/home.ts";
import { statusRoutes } from "./features/base/status/routes.ts";
import { nurturePages } from "./features/content/derivatives/pages.ts";
import { derivativeRoutes } from "./features/content/derivatives/routes.ts";
import { derivativeOperations } from "./features/content/derivatives/v2.ts";
import { hubPages } from "./features/content/hubs/pages.ts";
import { hubRoutes } from "./features/content/hubs/routes.ts";
import { hubOperations } from "./features/content/hubs/v2.ts";
import { importRoutes } from "./features/doors/import/routes.ts";
import { personalLinks } from "./features/doors/personal-links/routes.ts";
import { registrationPages } from "./features/doors/registration-page/routes.ts";
import { pageSettingsRoutes } from "./features/doors/registration-page/settings-routes.ts";
import { seamlessDoors } from "./features/doors/seamless/routes.ts";
import { homePages } from "./features/doors/single-sign-on/pages/home-pages.ts";
import { signInPages } from "./features/doors/single-sign-on/pages/sign-in-pages.ts";
import { singleSignOnRoutes } from "./features/doors/single-sign-on/providers/routes.ts";
import { mailboxRoutes } from "./features/mail/mailbox/mailbox-routes.ts";
import { mailContentRoutes } from "./features/mail/tracking/mail-routes.ts";
import { trackingRoutes } from "./features/mail/tracking/tracking-routes.ts";
import { demoRoutes } from "./features/staff/demo/routes.ts";
import { forgetRoutes } from "./features/staff/forget/routes.ts";
import { forgetOperations } from "./features/staff/forget/v2.ts";
import { eventPageRoutes } from "./features/staff/staff-pages/routes.ts";
import { captionFiles, captionRoutes } from "./features/webinars/captions/routes.ts";
import { captionOperations } from "./features/webinars/captions/v2.ts";
import { consoleRoutes } from "./features/webinars/console/routes.ts";
import { consoleOperations } from "./features/webinars/console/v2.ts";
import { emailRoutes } from "./features/webinars/event-emails/routes.ts";
import { emailOperations } from "./features/webinars/event-emails/v2.ts";
import { type CachedEvent, createEventCache } from "./features/webinars/events/event-cache.ts";
import { eventRoutes } from "./features/webinars/events/routes.ts";
import { eventOperations } from "./features/webinars/events/v2.ts";
import { mediaRoutes } from "./features/webinars/media/routes.ts";
import { mediaUploadOperations } from "./features/webinars/media/v2-upload.ts";
import { slideRoutes } from "./features/webinars/slides/routes.ts";
import { slideOperations } from "./features/webinars/slides/v2.ts";
import { assetRoutes } from "./http/pages/assets.ts";
import { registerReference } from "./http/reference.ts";
import { isHost, rewriteSeamlessUrl, rewriteUrl } from "./http/rewrite-url.ts";
import { registerV2 } from "./http/v2/dialect.ts";
import { registerWeb } from "./http/web/dialect.ts";
import type { LoadCache } from "./lib/load-cache.ts";
import { redactedInLogs } from "./lib/redacted-in-logs.ts";
import type { Sealer } from "./lib/sealer.ts";
import type { Storage } from "./lib/storage.ts";
import type { Config } from "./program/config.ts";

export interface AppDeps {
  readonly database: DatabaseConnection;
  readonly storage: Storage;
  readonly config: Pick<
    Config,
    "publicUrl" | "mailFrom" | "throttleFactor" | "throttleStatus" | "logLevel" | "trustProxy"
  > &
    Partial<Pick<Config, "isPrivateMetadataAllowed" | "mailTracking" | "seamlessHost" | "smtp">>;
  readonly operatorKey: string;
  readonly sealer: Sealer;
  now(): Date;
  /** Another way of writing registrants, for comparing them. */
  readonly registrantWriter?: RegistrantWriter;
}

export interface App {
  readonly server: FastifyInstance;
  /** The operations of the compatible API that are more than 501. */
  readonly built: ReadonlySet<OperationId>;
  readonly caches: Caches;
}

export interface Caches {
  readonly accounts: AccountCache;
  readonly events: LoadCache<number, CachedEvent>;
}

/** The whole product behind one server: the explicit list of features. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { config, database, storage, now } = deps;
  const { db, pool } = database;
  const server = createServer(config);
  const caches = { accounts: createAccountCache(db), events: createEventCache(db) };
  const usage = createTokenUsage(db, (error) => server.log.warn({ err: error }, "token uses not written"));
  const registrantWriter = deps.registrantWriter ?? createRegistrantWriter(pool);
  server.addHook("onClose", async () => {
    await registrantWriter.drain();
    await usage.close();
  });

  await registerReference(server, config);
  statusRoutes(server, { db });
  fileRoutes(server, { db, files: storage.files });
  captionFiles(server, { db });
  assetRoutes(server);
  nurturePages(server, { db, now });
  hubPages(server, { db, files: storage.files, publicUrl: config.publicUrl, now });
  const isSendingMail = config.smtp !== undefined;
  await eventPageRoutes(server, { db, publicUrl: config.publicUrl, isSendingMail, now });
  const registration = {
    ...{ db, events: caches.events, clients: caches.accounts.clients, registrantWriter, sealer: deps.sealer },
    ...{ publicUrl: config.publicUrl, mailFrom: config.mailFrom, now },
  };
  await registrationPages(server, registration);
  await seamlessDoors(server, { ...registration, staging: storage.staging });
  await personalLinks(server, { db, sealer: deps.sealer, publicUrl: config.publicUrl, mailFrom: config.mailFrom, now });
  const { publicUrl, isPrivateMetadataAllowed = false } = config;
  const singleSignOn = { db, sealer: deps.sealer, publicUrl, now };
  await signInPages(server, { ...singleSignOn, events: caches.events, registrantWriter });
  await homePages(server, singleSignOn);
  trackingRoutes(server, { db, sealer: deps.sealer, isTracking: config.mailTracking ?? true, now });
  homeRoutes(server, { publicUrl: config.publicUrl });
  const directory = {
    findToken: caches.accounts.tokens.get,
    findClient: caches.accounts.clients.get,
    findEvent: caches.events.get,
    recordUse: usage.record,
  };
  const { throttleFactor, throttleStatus, mailFrom } = config;
  const built = await registerV2(
    server,
    { directory, staging: storage.staging, throttleFactor, throttleStatus, now },
    (v2) => {
      accountOperations(v2, { db });
      lookupOperations(v2, { db });
      consoleOperations(v2, { db, files: storage.files });
      eventOperations(v2, { db, events: caches.events, publicUrl });
      emailOperations(v2, { db, mailFrom });
      hubOperations(v2, { db, publicUrl });
      derivativeOperations(v2, { db, publicUrl });
      mediaUploadOperations(v2, { db, files: storage.files });
      slideOperations(v2, { db, files: storage.files });
      captionOperations(v2, { db });
      registerOperations(v2, { db, registrantWriter });
      updateOperations(v2, { db });
      forgetOperations(v2, { db });
      registrantLists(v2, { db });
    },
  );
  await registerWeb(server, { operatorKey: deps.operatorKey }, (web) => {
    accountRoutes(web, { db, accounts: caches.accounts });
    emailRoutes(web, { db, publicUrl });
    mailContentRoutes(web, { db, sealer: deps.sealer });
    mailboxRoutes(web, { db, events: caches.events });
    consoleRoutes(web, { db });
    derivativeRoutes(web, { db, now });
    hubRoutes(web, { db, ...storage, publicUrl, now });
    mediaRoutes(web, { db, publicUrl });
    slideRoutes(web, { db, publicUrl });
    captionRoutes(web, { db, publicUrl });
    eventRoutes(web, { db, events: caches.events, publicUrl, now });
    forgetRoutes(web, { db });
    importRoutes(web, { db, events: caches.events, staging: storage.staging });
    pageSettingsRoutes(web, { db, events: caches.events });
    gateRoutes(web, { db, events: caches.events });
    waitingRoutes(web, { db, events: caches.events, now });
    redirectHostRoutes(web, { db });
    singleSignOnRoutes(web, { ...singleSignOn, isPrivateMetadataAllowed });
    demoRoutes(web, { db, now });
  });
  return { server, built, caches };
}

function createServer(config: AppDeps["config"]): FastifyInstance {
  const server = Fastify({
    logger: { level: config.logLevel, redact: redactedInLogs },
    // A line per request would cost more than many requests do; failures are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    requestIdHeader: false,
    genReqId: (request) => readRequestId(request.headers["x-request-id"]) ?? crypto.randomUUID(),
    // A misspelt property is an error the caller should hear of, not something to drop.
    ajv: { customOptions: { removeAdditional: false } },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
    rewriteUrl({ url = "/", headers }) {
      const rewritten = rewriteUrl(url);
      return isHost(headers.host, config.seamlessHost) ? rewriteSeamlessUrl(rewritten) : rewritten;
    },
    frameworkErrors: (_error, _request, reply) => {
      const refusal = new Refusal("http.badRequest");
      return (reply as FastifyReply).status(refusal.status).send({ message: refusal.message });
    },
    forceCloseConnections: "idle",
    return503OnClosing: false,
  });
  server.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  server.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal("http.notFound", { path: request.url.split("?")[0] ?? "" });
    return reply.status(refusal.status).send({ message: refusal.message });
  });
  return server;
}

/** A caller's own request id is kept when it is harmless to log and send back. */
function readRequestId(header: unknown): string | undefined {
  return typeof header === "string" && /^[\w.:-]{1,100}$/.test(header) ? header : undefined;
}
