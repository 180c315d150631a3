import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../src/db/database.ts";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../src/db/embedded-postgres.ts";
import { migrate } from "../src/db/migrate.ts";
import { describeSchema } from "./describe-schema.ts";

// Writes server/schema.sql and server/src/db/types.ts from the migrations; with --check only compares them.

const root = new URL(import.meta.url.includes("/dist/") ? "../../" : "../", import.meta.url);
const schemaFile = new URL("schema.sql", root);
const typesFile = new URL("src/db/types.ts", root);

const folder = await mkdtemp(join(tmpdir(), "lectern-schema-"));
const postgres = await startEmbeddedPostgres({
  folder: join(folder, "postgres"),
  log: () => {},
  settings: { fsync: "off" },
});
try {
  const { db, pool, close } = connect(postgres.url, { poolSize: 2 });
  await migrate(db);
  const { sql, types } = await describeSchema(pool);
  await close();
  if (process.argv.includes("--check")) await compare(sql, types);
  else await Promise.all([writeFile(schemaFile, sql), writeFile(typesFile, types)]);
} finally {
  await postgres.stop();
  await removeEmbeddedPostgres(join(folder, "postgres"));
  await rm(folder, { recursive: true, force: true });
}

async function compare(sql: string, types: string): Promise<void> {
  const [writtenSql, writtenTypes] = await Promise.all([readFile(schemaFile, "utf8"), readFile(typesFile, "utf8")]);
  if (writtenSql === sql && writtenTypes === types) return;
  console.error("server/schema.sql or server/src/db/types.ts differ from the migrations: run `npm run generate`.");
  process.exitCode = 1;
}
