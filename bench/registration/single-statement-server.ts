import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { buildApp } from "@lectern/server/dist/src/build-app.js";
import { connect } from "@lectern/server/dist/src/db/database.js";
import { writeRegistrants } from "@lectern/server/dist/src/features/admission/registration/writer/write-registrants.js";
import { createSealer } from "@lectern/server/dist/src/lib/sealer.js";
import { createStorage } from "@lectern/server/dist/src/lib/storage.js";

// The product's app, with the group commit taken out: what it is worth is the difference.

const database = connect(process.env.DATABASE_URL ?? "", { poolSize: 16 });
const { server } = await buildApp({
  storage: createStorage({ dataFolder: tmpdir() }),
  database,
  config: {
    publicUrl: "http://localhost",
    mailFrom: "",
    throttleFactor: undefined,
    throttleStatus: 403,
    logLevel: "warn",
    trustProxy: false,
  },
  operatorKey: "0".repeat(64),
  sealer: createSealer("0".repeat(64)),
  now: () => new Date(),
  registrantWriter: {
    async submit(write) {
      const [written] = await writeRegistrants(database.pool, [write]);
      if (!written) throw new Error("nothing was written");
      return written;
    },
    drain: async () => {},
  },
});
await server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 });
console.log(`ready at http://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
process.once("SIGTERM", async () => {
  await server.close();
  await database.close();
});
