import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Logger } from "pino";
import { eventParts, jobs } from "../app.ts";
import { type Config, ConfigError } from "../config.ts";
import { connect, type DatabaseConnection } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import { superviseEmbeddedPostgres } from "../db/supervise.ts";
import { canAnybodySignIn } from "../features/base/accounts/queries.ts";
import { type MailerSettings, startMailerThread } from "../features/mail/send/start-mailer-thread.ts";
import { isMarked } from "../features/staff/backup/restore-mark.ts";
import { createFirstDemo } from "../features/staff/demo/create-demo.ts";
import { makeSetUpLink } from "../features/staff/sign-in/set-up.ts";
import { migrateJobs, startJobs } from "../jobs/jobs.ts";
import { claimFolder } from "../lib/claim-folder.ts";
import { keepKey, keyFiles } from "../lib/key-file.ts";
import { networkDiskOf } from "../lib/network-disk.ts";
import { createSealer } from "../lib/sealer.ts";
import { createStorage } from "../lib/storage.ts";
import { makeDataFolder } from "./data-folder.ts";
import { requireUsableDatabase } from "./usable-database.ts";
import { forkedSettings, REQUEST_STATEMENT_SECONDS, type Running, startWeb } from "./web.ts";
import { printWelcome } from "./welcome.ts";

const SUPERVISOR_CONNECTIONS = 8;

/**
 * Starts the database where it is ours, brings it up to date, and starts the chosen services.
 * Aborted while starting, it undoes what it has started and throws the signal's reason.
 */
export async function startLectern(given: Config, log: Logger, aborted: AbortSignal): Promise<Running> {
  const startedAt = performance.now();
  const config = given.port === 0 ? await withFreePort(given) : given;
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    // What does not stop must not keep the rest, the database above all, from it.
    for (const stopOne of stops.splice(0).reverse())
      await stopOne().catch((err: unknown) => log.error({ err }, "not stopped in order"));
  };
  try {
    await makeDataFolder(config.dataFolder);
    const databaseUrl = config.databaseUrl ?? (await startOwnDatabase(config, log, stops));
    aborted.throwIfAborted();
    const database = connect(databaseUrl, { poolSize: SUPERVISOR_CONNECTIONS });
    stops.push(database.close);
    await requireUsableDatabase(database, config);
    if (await isMarked(database.pool)) throw new ConfigError(RESTORE_BEGUN);
    const operatorKey = config.operatorKey ?? (await keepKey(config.dataFolder, keyFiles.operatorKey));
    const secretKey = config.secretKey ?? (await keepKey(config.dataFolder, keyFiles.secretKey));
    await migrate(database.db, { sealer: createSealer(secretKey), log });
    await migrateJobs(database.pool);
    aborted.throwIfAborted();
    const services = startServices({ config, databaseUrl, operatorKey, secretKey }, { database, stops, log });
    // Made meanwhile, and there when nothing can fail any more: its secret is shown only once.
    const demo = config.demo ? createFirstDemo(database.db, eventParts, new Date(), services) : undefined;
    demo?.catch(() => {});
    await services;
    aborted.throwIfAborted();
    const made = await demo;
    const isSetUp = await canAnybodySignIn(database.db);
    const setUpLink = isSetUp ? undefined : makeSetUpLink({ sealer: createSealer(secretKey), ...config }, new Date());
    printWelcome({ config, demo: made, setUpLink, seconds: (performance.now() - startedAt) / 1000 });
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const NETWORK_DISK =
  "nothing may keep a server of another machine off it, and such a disk can lose what it said it has written. Use a disk of this machine's own, or DATABASE_URL";

const RESTORE_BEGUN =
  "A backup was being restored into this database, and did not get to its end: run `lectern restore` again, or empty it";

async function startOwnDatabase(config: Config, log: Logger, stops: (() => Promise<void>)[]): Promise<string> {
  const disk = await networkDiskOf(config.dataFolder);
  if (disk !== undefined) log.warn(`LECTERN_DATA lies on a network disk (${disk}): ${NETWORK_DISK}`);
  stops.push(await claimFolder(config.dataFolder));
  const postgres = await superviseEmbeddedPostgres(join(config.dataFolder, "postgres"), log);
  stops.push(postgres.stop);
  return postgres.url;
}

interface Started {
  readonly database: DatabaseConnection;
  readonly stops: (() => Promise<void>)[];
  readonly log: Logger;
}

async function startServices(web: ForkedWeb, { database, stops, log }: Started): Promise<void> {
  const { services } = web.config;
  if (services.includes("worker")) stops.push(await startWorker(web, database, log));
  if (services.includes("web")) await startWebProcesses(web, stops, log);
}

async function startWorker(
  { config, databaseUrl, secretKey }: MailerSettings,
  database: DatabaseConnection,
  log: Logger,
): Promise<() => Promise<void>> {
  const sealer = createSealer(secretKey);
  const context = {
    ...createStorage(config),
    config,
    sealer,
    db: database.db,
    pool: database.pool,
    log,
    now: () => new Date(),
  };
  const runner = await startJobs(database.pool, context, jobs);
  const mailer = startMailerThread({ config, databaseUrl, secretKey }, log);
  return async () => {
    await mailer.stop();
    await runner.stop();
  };
}

async function startWebProcesses(web: ForkedWeb, stops: (() => Promise<void>)[], log: Logger): Promise<void> {
  const { config, databaseUrl } = web;
  if (config.processes > 1) return forkWebProcesses(web, stops, log);
  const poolSize = config.databasePoolSize;
  const database = connect(databaseUrl, { poolSize, statementSeconds: REQUEST_STATEMENT_SECONDS });
  stops.push(database.close);
  stops.push((await startWeb({ ...web, database })).stop);
}

const FORK_AGAIN_AFTER_MS = 1_000;

interface ForkedWeb {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly operatorKey: string;
  readonly secretKey: string;
}

/** Keeps the chosen number of web processes running until it is stopped. */
async function forkWebProcesses(web: ForkedWeb, stops: (() => Promise<void>)[], log: Logger): Promise<void> {
  let isStopping = false;
  const workers = new Set<Worker>();
  const fork = () => {
    const worker = cluster.fork({
      PORT: String(web.config.port),
      [forkedSettings.databaseUrl]: web.databaseUrl,
      [forkedSettings.operatorKey]: web.operatorKey,
      [forkedSettings.secretKey]: web.secretKey,
    });
    workers.add(worker);
    worker.on("exit", (code, signal) => {
      workers.delete(worker);
      if (isStopping) return;
      log.error({ code, signal }, "a web process ended by itself; starting another");
      setTimeout(() => isStopping || fork(), FORK_AGAIN_AFTER_MS);
    });
    return worker;
  };
  stops.push(async () => {
    isStopping = true;
    const exits = [...workers].map((worker) => once(worker, "exit"));
    for (const worker of workers) worker.process.kill("SIGTERM");
    await Promise.all(exits);
  });
  const started = Array.from({ length: web.config.processes }, fork);
  await Promise.all(started.map((worker) => Promise.race([once(worker, "message"), failOnExit(worker)])));
}

async function failOnExit(worker: Worker): Promise<never> {
  await once(worker, "exit");
  throw new Error("a web process ended while it was starting");
}

/** Picks a port now, so that every address we print and answer names it. */
async function withFreePort(config: Config): Promise<Config> {
  const probe = createServer().listen(0, config.host);
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return { ...config, port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) };
}
