import type { Socket } from "node:net";
import { type App, buildApp, type Caches } from "../build-app.ts";
import type { Config } from "../config.ts";
import { connect, type DatabaseConnection } from "../db/database.ts";
import { CACHE_CHANNEL, listen, ROOM_CHANNEL } from "../db/listen.ts";
import { createSealer } from "../lib/sealer.ts";
import { createStorage } from "../lib/storage.ts";

export interface Running {
  stop(): Promise<void>;
}

/** Statements of requests may take this long; migrations and jobs may take their time. */
export const REQUEST_STATEMENT_SECONDS = 30;

/** How often what broken uploads of dead processes left on this machine is looked for. */
const SWEEP_MS = 3_600_000;

export interface WebOptions {
  readonly config: Config;
  readonly database: DatabaseConnection;
  readonly databaseUrl: string;
  readonly operatorKey: string;
  readonly secretKey: string;
}

/** Starts answering requests; `stop` lets those under way finish. */
export async function startWeb({
  config,
  database,
  databaseUrl,
  operatorKey,
  secretKey,
}: WebOptions): Promise<Running & { app: App }> {
  const storage = createStorage(config);
  const sweep = () => storage.staging.sweep(new Date());
  await sweep();
  const app = await buildApp({
    config,
    database,
    storage,
    operatorKey,
    sealer: createSealer(secretKey),
    now: () => new Date(),
  });
  const listener = await keepFresh(databaseUrl, app.caches);
  const connections = trackConnections(app);
  await app.server.listen({ port: config.port, host: config.host, backlog: 4096 });
  const sweeping = setInterval(() => void sweep().catch((err) => app.server.log.warn({ err }, "not swept")), SWEEP_MS);
  return {
    app,
    async stop() {
      clearInterval(sweeping);
      await closeInTime(app, connections);
      await listener.close();
    },
  };
}

/** What requests under way are given to finish once we are asked to stop. */
const GRACE_MS = 10_000;

/** Closes the server; a connection that never said anything has nothing to finish, a slow one gets its grace. */
async function closeInTime({ server }: App, connections: ReadonlySet<Socket>): Promise<void> {
  const limit = setTimeout(() => {
    // Sockets of rooms too, which the server does not count among its connections.
    for (const connection of connections) connection.destroy();
  }, GRACE_MS);
  const closed = server.close();
  for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
  await closed;
  clearTimeout(limit);
}

function trackConnections({ server }: App): ReadonlySet<Socket> {
  const connections = new Set<Socket>();
  server.server.on("connection", (connection: Socket) => {
    connections.add(connection);
    connection.on("close", () => connections.delete(connection));
  });
  return connections;
}

/** Drops from the caches what any process says it changed, and lets rooms hear what happens in them elsewhere. */
export function keepFresh(databaseUrl: string, { accounts, events, rooms }: Caches) {
  return listen(databaseUrl, {
    onMessage: {
      [CACHE_CHANNEL](message) {
        const [kind, key = ""] = message.split(":");
        if (kind === "token") accounts.tokens.drop(key);
        else if (kind === "client") {
          accounts.clients.drop(Number(key));
          rooms.refreshClient(Number(key));
        } else if (kind === "event") {
          events.drop(Number(key));
          rooms.refresh(Number(key));
        }
      },
      [ROOM_CHANNEL]: (message) => rooms.hear(message),
    },
    onGap() {
      accounts.tokens.clear();
      accounts.clients.clear();
      events.clear();
      rooms.gap();
    },
  });
}

/** What a forked web process is told by the one that forked it, in its environment. */
export const forkedSettings = {
  databaseUrl: "LECTERN_FORK_DATABASE_URL",
  operatorKey: "LECTERN_FORK_OPERATOR_KEY",
  secretKey: "LECTERN_FORK_SECRET_KEY",
} as const;

/** One of several web processes that share the port. */
export async function startForkedWeb(config: Config): Promise<Running> {
  const databaseUrl = process.env[forkedSettings.databaseUrl] ?? "";
  const operatorKey = process.env[forkedSettings.operatorKey] ?? "";
  const secretKey = process.env[forkedSettings.secretKey] ?? "";
  if (databaseUrl === "" || operatorKey === "" || secretKey === "")
    throw new Error("a web process was started by itself");
  const database = connect(databaseUrl, {
    poolSize: config.databasePoolSize,
    statementSeconds: REQUEST_STATEMENT_SECONDS,
  });
  const web = await startWeb({ config, database, databaseUrl, operatorKey, secretKey });
  process.send?.("listening");
  return {
    async stop() {
      await web.stop();
      await database.close();
    },
  };
}
