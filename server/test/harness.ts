import { mkdir, mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { LightMyRequestResponse } from "fastify";
import { inject } from "vitest";
import { jobs } from "../src/app.ts";
import { type App, buildApp } from "../src/build-app.ts";
import { readConfig } from "../src/config.ts";
import { connect, type DatabaseConnection } from "../src/db/database.ts";
import { sendDueMails } from "../src/features/mail/send/mailer.ts";
import { type JobContext, runQueuedJobs } from "../src/jobs/jobs.ts";
import { createSealer } from "../src/lib/sealer.ts";
import { createStorage } from "../src/lib/storage.ts";
import { keepFresh } from "../src/program/web.ts";
import type { AppDeps } from "../src/services.ts";
import { createBuilders, type TestToken } from "./builders.ts";
import { type CallOptions, call } from "./call.ts";
import { cloneTemplate, emptyTables } from "./test-database.ts";

export const OPERATOR_KEY = "operator-key-of-the-tests-0123456789";
export const sealer = createSealer("secret-key-of-the-tests-0123456789abcdef");

/** The real app on a real database. */
export interface TestApp {
  readonly app: App;
  readonly database: DatabaseConnection;
  readonly databaseUrl: string;
  readonly build: ReturnType<typeof createBuilders>;
  /** Set `now` to stop the app's clock at a time. */
  readonly clock: { now?: Date };
  /** What background work gets; its files lie in a folder of the tests'. */
  readonly jobContext: JobContext;
  /** Runs all queued background work to its end. */
  runJobs(): Promise<void>;
  /** Runs what is done by schedule, now. */
  runJob(name: string): Promise<void>;
  /** Sends all mails that are due: into the mailbox unless the job context names a server. */
  sendMails(): Promise<void>;
  /** One call of the compatible API, path below /v2. */
  call(token: TestToken | undefined, request: string, options?: CallOptions): Promise<LightMyRequestResponse>;
  /** Listens on a free port, or on this one, unless it does already; answers the base address. */
  listen(port?: number): Promise<string>;
  /** Ends an app of a test's own; the shared ones go with their worker. */
  close(): Promise<void>;
}

type Settings = Partial<AppDeps["config"]>;

let sharedDatabase: Promise<string> | undefined;
const sharedApps = new Map<string, Promise<TestApp>>();

/**
 * The app of these settings that the files of a worker share. To be asked for at the top of a file: the database is
 * emptied, the clock runs.
 */
export async function withApp(settings: Settings = {}): Promise<TestApp> {
  const app = await besideApp(settings);
  delete app.clock.now;
  await emptyTables(app.database.pool);
  const { dataFolder } = app.jobContext.config;
  await rm(dataFolder, { recursive: true });
  await mkdir(dataFolder);
  return app;
}

/** Another app on the same database, as a second process with other settings would be. */
export async function besideApp(settings: Settings): Promise<TestApp> {
  const key = JSON.stringify(settings);
  sharedDatabase ??= cloneTemplate();
  const starting = sharedApps.get(key) ?? startOn(await sharedDatabase, settings);
  sharedApps.set(key, starting);
  return { ...(await starting), close: async () => {} };
}

/** An app on a database of its own, or another beside it, for tests that break what it stands on; to be closed. */
export async function startTestApp(settings: Settings = {}, databaseUrl?: string): Promise<TestApp> {
  return startOn(databaseUrl ?? (await cloneTemplate()), settings);
}

async function startOn(databaseUrl: string, settings: Settings): Promise<TestApp> {
  const database = connect(databaseUrl, { poolSize: 5 });
  const clock: { now?: Date } = {};
  const now = () => clock.now ?? new Date();
  const dataFolder = await mkdtemp(join(inject("folder"), "files-"));
  const storage = createStorage({ dataFolder });
  const config = { ...defaults, ...settings };
  const app = await buildApp({ database, storage, config, operatorKey: OPERATOR_KEY, sealer, now });
  const listener = await keepFresh(databaseUrl, app.caches);
  await app.server.ready();
  const jobContext: JobContext = {
    ...{ ...storage, ...database, sealer, now },
    config: { ...readConfig(converters()), dataFolder, ...settings },
    log: app.server.log,
  };
  return {
    app,
    database,
    databaseUrl,
    build: createBuilders(database.db),
    clock,
    jobContext,
    sendMails: () => sendDueMails(jobContext),
    runJob: (name) => getJob(name).run(jobContext, {}),
    runJobs: () => runQueuedJobs(database.pool, jobContext, jobs),
    call: (token, request, options) => call(app, token, request, options),
    async listen(port = 0) {
      const { server } = app.server;
      if (!server.listening) await app.server.listen({ port, host: "127.0.0.1" });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    async close() {
      await app.server.close();
      await listener.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

const defaults: AppDeps["config"] = {
  publicUrl: "http://lectern.test",
  mailFrom: "do_not_reply@lectern.test",
  throttleFactor: undefined,
  throttleStatus: 403,
  logLevel: "fatal",
  trustProxy: false,
};

function getJob(name: string) {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new Error(`No job is called ${name}`);
  return job;
}

/** The programs that scripts/system.mjs has found. */
function converters() {
  const { FFMPEG, FFPROBE, SOFFICE } = process.env;
  return { FFMPEG, FFPROBE, SOFFICE };
}
