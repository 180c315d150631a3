import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import pino from "pino";
import { connect } from "../../../db/database.ts";
import { redactedInLogs } from "../../../lib/redacted-in-logs.ts";
import { createSealer } from "../../../lib/sealer.ts";
import { createStorage } from "../../../lib/storage.ts";
import { startMailer } from "./mailer.ts";
import type { MailerSettings } from "./start-mailer-thread.ts";

// Writing thousands of mails keeps a processor busy: a thread of its own, behind all others, so that nobody who registers
// meanwhile waits for it.

/** For claiming, writing, and writing down at the same time. */
const CONNECTIONS = 4;

const { config, databaseUrl, secretKey } = workerData as MailerSettings;
// Of this thread only, on Linux; elsewhere it would slow down the whole program.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const log = pino({ level: config.logLevel, redact: redactedInLogs });
const database = connect(databaseUrl, { poolSize: CONNECTIONS });
const sealer = createSealer(secretKey);
const { db, pool } = database;
const mailer = startMailer({ ...createStorage(config), config, sealer, db, pool, log, now: () => new Date() });
if (parentPort) await once(parentPort, "message");
await mailer.stop();
await database.close();
