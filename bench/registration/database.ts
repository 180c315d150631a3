import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventParts } from "@lectern/server/dist/src/app.js";
import { connect, type DatabaseConnection } from "@lectern/server/dist/src/db/database.js";
import { startEmbeddedPostgres } from "@lectern/server/dist/src/db/embedded-postgres.js";
import { migrate } from "@lectern/server/dist/src/db/migrate.js";
import { writeRegistrants } from "@lectern/server/dist/src/features/admission/registration/writer/write-registrants.js";
import { createClient } from "@lectern/server/dist/src/features/base/accounts/create-client.js";
import { type IssuedToken, issueToken } from "@lectern/server/dist/src/features/base/accounts/issue-token.js";
import { createWebinar } from "@lectern/server/dist/src/features/webinars/events/create-event.js";
import { migrateJobs } from "@lectern/server/dist/src/jobs/jobs.js";
import { endedWithUs } from "../lib/ending.ts";
import { person } from "./person.ts";

/** A migrated database with one client, token and event, and people registered for it. */
export interface BenchDatabase extends DatabaseConnection {
  readonly url: string;
  readonly clientId: number;
  readonly eventId: number;
  readonly token: IssuedToken;
}

export interface Sandbox {
  readonly folder: string;
  readonly postgresVersion: string;
  createDatabase(name: string): Promise<BenchDatabase>;
  close(): Promise<void>;
}

/** Registered before anything is measured, for every contender alike. */
export const REGISTERED_BEFORE = 10_000;

/** Starts a PostgreSQL in a temporary folder: the product's settings, but connections enough for PostgreSQL alone. */
export async function openSandbox(): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-bench-"));
  // Whom PostgreSQL runs as, when we are root, must pass it.
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({
    folder: join(folder, "postgres"),
    log: (line) => console.error(line),
    settings: { max_connections: "600" },
  });
  const admin = connect(postgres.url, { poolSize: 1 });
  const { rows } = await admin.pool.query<{ server_version: string }>("show server_version");
  return {
    folder,
    postgresVersion: rows[0]?.server_version ?? "",
    async createDatabase(name) {
      await admin.pool.query(`create database ${name}`);
      return fillDatabase(postgres.url.replace("/lectern?", `/${name}?`));
    },
    close: endedWithUs(async () => {
      await admin.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    }),
  };
}

async function fillDatabase(url: string): Promise<BenchDatabase> {
  const connection = connect(url, { poolSize: 2 });
  const { db, pool } = connection;
  await migrate(db);
  await migrateJobs(pool);
  const client = await createClient(db, { name: "Bench" });
  const token = await issueToken(db, client.id, { name: "bench", access: ["all"] });
  const startsAt = new Date(Date.now() + 24 * 3_600_000);
  const webinar = {
    title: "Bench",
    type: "webcam",
    languageCode: "en",
    timeZone: "UTC",
    startsAt,
    durationMinutes: 60,
  };
  const event = await createWebinar(db, eventParts, client.id, webinar, { actor: "operator" });
  const database = { ...connection, url, clientId: client.id, eventId: event.id, token };
  await registerBefore(database);
  await pool.query("vacuum analyze");
  return database;
}

async function registerBefore({ pool, clientId, eventId }: BenchDatabase): Promise<void> {
  const { first_name: firstName, last_name: lastName, company, city, country } = person;
  const rest = {
    clientId,
    eventId,
    isAnonymous: false,
    sourceEventId: undefined,
    actor: "operator",
    door: "rest" as const,
    trace: {},
    isConfirmedByMail: false,
  };
  for (let first = 0; first < REGISTERED_BEFORE; first += 500) {
    const writes = Array.from({ length: 500 }, (_, index) => {
      const email = `before.${first + index}@example.com`;
      return { ...rest, email, emailKey: email, person: { email, firstName, lastName, company, city, country } };
    });
    await writeRegistrants(pool, writes);
  }
}

/** What is stored, and what the counters and change records say of it. */
export async function countStored({ pool, clientId, eventId }: BenchDatabase) {
  const { rows } = await pool.query<{ stored: number; counted: number; recorded: number }>(
    `select (select count(*) from registrants where client_id = $1 and event_id = $2) as stored,
       (select registrants from event_totals where client_id = $1 and event_id = $2) as counted,
       (select count(*) from changes where client_id = $1 and kind = 'registrant.created') as recorded`,
    [clientId, eventId],
  );
  return rows[0] ?? { stored: 0, counted: 0, recorded: 0 };
}
