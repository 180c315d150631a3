import cluster from "node:cluster";
import { ConfigError, readConfig } from "./config.ts";
import { startLectern } from "./start.ts";
import { startForkedWeb } from "./web.ts";

// The program: reads the settings, starts everything, and stops it in order at SIGTERM or SIGINT.

try {
  const config = readConfig();
  const running = await (cluster.isPrimary ? startLectern(config) : startForkedWeb(config));
  stopOnSignal(running.stop);
} catch (error) {
  process.stderr.write(
    error instanceof ConfigError ? `${error.message}\n` : `Lectern cannot start: ${describe(error)}\n`,
  );
  process.exit(1);
}

function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`Lectern did not stop cleanly: ${describe(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  // A forked process whose parent was killed must not go on alone.
  process.on("disconnect", onSignal);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env.LOG_LEVEL === "debug") return error.stack ?? error.message;
  if ((error as { code?: string }).code === "EADDRINUSE") return `PORT is taken by another program (${error.message})`;
  // Refused connections come as an AggregateError without a message of its own.
  return error.message || (error as { code?: string }).code || error.name;
}
