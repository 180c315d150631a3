import { type App, buildApp, type Caches } from "./app.ts";
import type { Config } from "./config.ts";
import { connect, type DatabaseConnection } from "./db/database.ts";
import { listen } from "./db/listen.ts";

export interface Running {
  stop(): Promise<void>;
}

export interface WebOptions {
  readonly config: Config;
  readonly database: DatabaseConnection;
  readonly databaseUrl: string;
  readonly operatorKey: string;
}

/** Starts answering requests; `stop` lets those under way finish. */
export async function startWeb({
  config,
  database,
  databaseUrl,
  operatorKey,
}: WebOptions): Promise<Running & { app: App }> {
  const app = await buildApp({ config, database, operatorKey, now: () => new Date() });
  const listener = await keepFresh(databaseUrl, app.caches);
  await app.server.listen({ port: config.port, host: config.host, backlog: 4096 });
  return {
    app,
    async stop() {
      await app.server.close();
      await listener.close();
    },
  };
}

/** Drops from the caches what any process says it changed. */
export function keepFresh(databaseUrl: string, { accounts, events }: Caches) {
  return listen(databaseUrl, "lectern_cache", {
    onMessage(message) {
      const [kind, key = ""] = message.split(":");
      if (kind === "token") accounts.tokens.drop(key);
      else if (kind === "client") accounts.clients.drop(Number(key));
      else if (kind === "event") events.drop(Number(key));
    },
    onGap() {
      accounts.tokens.clear();
      accounts.clients.clear();
      events.clear();
    },
  });
}

/** What a forked web process is told by the one that forked it, in its environment. */
export const forkedSettings = {
  databaseUrl: "LECTERN_FORK_DATABASE_URL",
  operatorKey: "LECTERN_FORK_OPERATOR_KEY",
} as const;

/** One of several web processes that share the port. */
export async function startForkedWeb(config: Config): Promise<Running> {
  const databaseUrl = process.env[forkedSettings.databaseUrl] ?? "";
  const operatorKey = process.env[forkedSettings.operatorKey] ?? "";
  const database = connect(databaseUrl, { poolSize: config.databasePoolSize });
  const web = await startWeb({ config, database, databaseUrl, operatorKey });
  process.send?.("listening");
  return {
    async stop() {
      await web.stop();
      await database.close();
    },
  };
}
