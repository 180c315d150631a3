import cluster, { type Worker } from "node:cluster";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Logger } from "pino";
import { eventParts, jobs } from "../app.ts";
import { type Config, ConfigError } from "../config.ts";
import { connect, type DatabaseConnection } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import { superviseEmbeddedPostgres } from "../db/supervise.ts";
import { type MailerSettings, startMailerThread } from "../features/mail/send/start-mailer-thread.ts";
import { createFirstDemo } from "../features/staff/demo/create-demo.ts";
import { migrateJobs, startJobs } from "../jobs/jobs.ts";
import { claimFolder } from "../lib/claim-folder.ts";
import { isErrorCode } from "../lib/error-code.ts";
import { networkDiskOf } from "../lib/network-disk.ts";
import { createSealer } from "../lib/sealer.ts";
import { createStorage } from "../lib/storage.ts";
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
    // From here on what we write, and what the programs write that we run, is nobody else's to read.
    process.umask(0o077);
    const databaseUrl = config.databaseUrl ?? (await startOwnDatabase(config, log, stops));
    aborted.throwIfAborted();
    const database = connect(databaseUrl, { poolSize: SUPERVISOR_CONNECTIONS });
    stops.push(database.close);
    await requireUsableDatabase(database, config);
    const operatorKey = config.operatorKey ?? (await keepKey(config.dataFolder, "operator.key"));
    const secretKey = config.secretKey ?? (await keepKey(config.dataFolder, "secret.key"));
    await migrate(database.db, { sealer: createSealer(secretKey), log });
    await migrateJobs(database.pool);
    aborted.throwIfAborted();
    if (config.services.includes("worker"))
      stops.push(await startWorker({ config, databaseUrl, secretKey }, database, log));
    if (config.services.includes("web"))
      await startWebProcesses({ config, databaseUrl, operatorKey, secretKey }, stops, log);
    aborted.throwIfAborted();
    // Last, when nothing can fail any more: its secret is shown only once.
    const demo = config.demo ? await createFirstDemo(database.db, eventParts, new Date()) : undefined;
    printWelcome({ config, demo, seconds: (performance.now() - startedAt) / 1000 });
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function makeDataFolder(folder: string): Promise<void> {
  const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
  // Whom PostgreSQL runs as, when we are root, must pass it.
  if (isNew) await chmod(folder, process.geteuid?.() === 0 ? 0o711 : 0o700);
  // Older ones were made for everybody to read; a folder that several nodes share may be another user's.
  for (const name of ["files", "incoming"])
    await chmod(join(folder, name), 0o700).catch((error: unknown) => {
      if (!isErrorCode(error, "ENOENT", "EPERM")) throw error;
    });
}

const NETWORK_DISK =
  "nothing may keep a server of another machine off it, and such a disk can lose what it said it has written. Use a disk of this machine's own, or DATABASE_URL";

async function startOwnDatabase(config: Config, log: Logger, stops: (() => Promise<void>)[]): Promise<string> {
  const disk = await networkDiskOf(config.dataFolder);
  if (disk !== undefined) log.warn(`LECTERN_DATA lies on a network disk (${disk}): ${NETWORK_DISK}`);
  stops.push(await claimFolder(config.dataFolder));
  const postgres = await superviseEmbeddedPostgres(join(config.dataFolder, "postgres"), log);
  stops.push(postgres.stop);
  return postgres.url;
}

const OLDEST_POSTGRES = 16;

/** A database of the operator's own may be unreachable or too old: said by the setting's name, without its value. */
async function requireUsableDatabase({ pool }: DatabaseConnection, config: Config): Promise<void> {
  const failed = (reason: string) => new ConfigError(`DATABASE_URL cannot be used: ${reason}`);
  try {
    const { rows } = await pool.query<{ version: string }>("select current_setting('server_version_num') as version");
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST_POSTGRES) throw failed(`PostgreSQL ${major} is older than ${OLDEST_POSTGRES}`);
  } catch (error) {
    if (config.databaseUrl === undefined || error instanceof ConfigError) throw error;
    const { message, code } = error as { message?: string; code?: string };
    throw failed(message || code || "it does not answer");
  }
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

/** A key made at the first start; only this system user can read it. */
async function keepKey(dataFolder: string, name: string): Promise<string> {
  const file = join(dataFolder, name);
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    // Written whole or not at all: half a key would be an easy one.
    await writeFile(`${file}.new`, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
  }
  const key = (await readFile(file, "utf8")).trim();
  if (!/^[\da-f]{64}$/.test(key)) throw new ConfigError(`${file} holds no key: remove it, and a new one is made`);
  return key;
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
