import { expect, test } from "vitest";
import { compileAll } from "./compile-when-used.ts";
import { createServer } from "./server.ts";

test("tells of a schema that would fail its first request", async () => {
  const server = createServer({ logLevel: "silent", trustProxy: false });
  server.get("/", { schema: { querystring: { type: "no such type" } } }, () => "");
  await server.ready();
  expect(compileAll).toThrow();
});
