import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LightMyRequestResponse } from "fastify";
import pg from "pg";
import { inject } from "vitest";
import { type App, buildApp, jobs } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { connect, type DatabaseConnection } from "../src/db/database.ts";
import type { Listener } from "../src/db/listen.ts";
import { sendDueMails } from "../src/features/mail/send/mailer.ts";
import { type JobContext, runQueuedJobs } from "../src/jobs/jobs.ts";
import { createSealer } from "../src/lib/sealer.ts";
import { createStorage } from "../src/lib/storage.ts";
import { keepFresh } from "../src/program/web.ts";
import type { AppDeps } from "../src/services.ts";
import { createBuilders, type TestToken } from "./builders.ts";

export const OPERATOR_KEY = "operator-key-of-the-tests-0123456789";
export const sealer = createSealer("secret-key-of-the-tests-0123456789abcdef");

/** The real app on a database of its own. */
export interface TestApp {
  readonly app: App;
  readonly database: DatabaseConnection;
  readonly databaseUrl: string;
  readonly build: ReturnType<typeof createBuilders>;
  /** Set `now` to stop the app's clock at a time. */
  readonly clock: { now?: Date };
  /** What background work gets; its files lie in a folder of the test's own. */
  readonly jobContext: JobContext;
  /** Runs all queued background work to its end. */
  runJobs(): Promise<void>;
  /** Runs what is done by schedule, now. */
  runJob(name: string): Promise<void>;
  /** Sends all mails that are due: into the mailbox unless the job context names a server. */
  sendMails(): Promise<void>;
  /** One call of the compatible API, path below /v2. */
  call(token: TestToken | undefined, request: string, options?: CallOptions): Promise<LightMyRequestResponse>;
  /** Listens on a free port; answers the base address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export interface CallOptions {
  form?: Record<string, string | string[]> | string;
  /** Makes the form a multipart one; `field` is "file" unless given. */
  file?: { name: string; content: Buffer | string; field?: string };
  headers?: Record<string, string>;
}

/** Starts the app for one test file; close it in afterAll. */
export async function startTestApp(config: Partial<AppDeps["config"]> = {}): Promise<TestApp> {
  const databaseUrl = await cloneTemplate();
  const database = connect(databaseUrl, { poolSize: 5 });
  const clock: { now?: Date } = {};
  const dataFolder = await mkdtemp(join(tmpdir(), "lectern-test-files-"));
  const storage = createStorage({ dataFolder });
  const app = await buildApp({
    database,
    storage,
    config: {
      publicUrl: "http://lectern.test",
      mailFrom: "do_not_reply@lectern.test",
      throttleFactor: undefined,
      throttleStatus: 403,
      logLevel: "fatal",
      trustProxy: false,
      ...config,
    },
    operatorKey: OPERATOR_KEY,
    sealer,
    now: () => clock.now ?? new Date(),
  });
  const listener: Listener = await keepFresh(databaseUrl, app.caches);
  await app.server.ready();
  const jobContext: JobContext = {
    ...storage,
    db: database.db,
    pool: database.pool,
    config: { ...readConfig(converters()), dataFolder, ...config },
    log: app.server.log,
    sealer,
    now: () => clock.now ?? new Date(),
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
    async listen() {
      await app.server.listen({ port: 0, host: "127.0.0.1" });
      return `http://127.0.0.1:${(app.server.server.address() as AddressInfo).port}`;
    },
    async close() {
      await app.server.close();
      await listener.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

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

async function cloneTemplate(): Promise<string> {
  const templateUrl = inject("templateUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: withDatabase(templateUrl, "postgres") });
  await admin.connect();
  await admin.query(`create database ${name} template ${databaseOf(templateUrl)} strategy file_copy`);
  await admin.end();
  return withDatabase(templateUrl, name);
}

function databaseOf(url: string): string {
  return /\/([^/?]+)(\?|$)/.exec(url.replace(/^\w+:\/\/[^/]*/, ""))?.[1] ?? "";
}

function withDatabase(url: string, name: string): string {
  return url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

/** @param request `GET /client/1/event?pageoffset=0` */
function call(app: App, token: TestToken | undefined, request: string, options: CallOptions = {}) {
  const [method = "GET", path = ""] = request.split(" ");
  const credentials = token && { accesstokenkey: token.key, accesstokensecret: token.secret };
  const { form, file } = options;
  const isMultipart = file !== undefined;
  const isForm = form !== undefined && !isMultipart && options.headers?.["content-type"] === undefined;
  return app.server.inject({
    method: method as "GET",
    url: path.startsWith("/v2") || path.startsWith("/wcc") ? path : `/v2${path}`,
    headers: {
      ...credentials,
      ...(isForm && { "content-type": "application/x-www-form-urlencoded" }),
      ...(isMultipart && { "content-type": `multipart/form-data; boundary=${BOUNDARY}` }),
      ...options.headers,
    },
    ...(isMultipart && { payload: writeMultipart(file, form) }),
    ...(form !== undefined && !isMultipart && { payload: writeForm(form) }),
  });
}

function writeForm(form: NonNullable<CallOptions["form"]>): string {
  if (typeof form === "string") return form;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) parameters.append(name, one);
  return parameters.toString();
}

const BOUNDARY = "----lectern-test-boundary";

function writeMultipart(file: NonNullable<CallOptions["file"]>, form: CallOptions["form"] = {}): Buffer {
  const parts: Buffer[] = [];
  const add = (head: string, body: Buffer | string) =>
    parts.push(
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      crlf,
    );
  for (const [name, value] of new URLSearchParams(writeForm(form))) add(`name="${name}"`, value);
  add(
    `name="${file.field ?? "file"}"; filename="${file.name}"\r\ncontent-type: application/octet-stream`,
    file.content,
  );
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

const crlf = Buffer.from("\r\n");
