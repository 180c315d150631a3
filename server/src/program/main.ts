import "./home.ts";

import cluster from "node:cluster";
import pino from "pino";
import { ConfigError, readConfig } from "../config.ts";
import { redactedInLogs } from "../lib/redacted-in-logs.ts";
import { startLectern } from "./start.ts";
import { hearStrays } from "./strays.ts";
import { startForkedWeb } from "./web.ts";

// The program: reads the settings, starts everything, and stops it in order at SIGTERM or SIGINT.

// What libraries will have to change some day is nothing that whoever runs Lectern can do anything about.
process.noDeprecation = true;

const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stopping.abort());
// A forked process whose parent was killed must not go on alone.
process.on("disconnect", () => stopping.abort());

let status = 0;

try {
  const config = readConfig();
  const log = pino({ level: config.logLevel, redact: redactedInLogs });
  hearStrays(log, () => {
    status = 1;
    stopping.abort();
  });
  const running = await (cluster.isPrimary ? startLectern(config, log, stopping.signal) : startForkedWeb(config));
  if (!stopping.signal.aborted) await new Promise((resolve) => stopping.signal.addEventListener("abort", resolve));
  await running.stop();
  process.exit(status);
} catch (error) {
  if (stopping.signal.aborted && error === stopping.signal.reason) process.exit(status);
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `Lectern failed: ${describe(error)}\n`);
  process.exit(1);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env.LOG_LEVEL === "debug") return error.stack ?? error.message;
  const { code } = error as { code?: string };
  if (code === "EADDRINUSE") return `PORT is taken by another program (${error.message})`;
  // Refused connections come as an AggregateError without a message of its own.
  return error.message || code || error.name;
}
