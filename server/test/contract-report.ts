import { tmpdir } from "node:os";
import { operations } from "@lectern/contract/operations";
import { buildApp } from "../src/build-app.ts";
import { connect } from "../src/db/database.ts";
import { createSealer } from "../src/lib/sealer.ts";
import { createStorage } from "../src/lib/storage.ts";

// Prints which operations of the compatible API are built. No database is needed: routes are only registered.

const { built, server } = await buildApp({
  storage: createStorage({ dataFolder: tmpdir() }),
  database: connect("postgres:///unused", { poolSize: 1 }),
  config: {
    publicUrl: "",
    mailFrom: "",
    throttleFactor: undefined,
    throttleStatus: 403,
    logLevel: "silent",
    trustProxy: false,
  },
  operatorKey: "",
  sealer: createSealer(""),
  now: () => new Date(),
});

for (const operation of operations) {
  const mark = built.has(operation.id) ? "built    " : "not built";
  process.stdout.write(`${mark}  ${operation.method.padEnd(6)} ${operation.path}  (${operation.id})\n`);
}
process.stdout.write(
  `\n${built.size} of ${operations.length} operations built, ${operations.length - built.size} not built\n`,
);
await server.close();
