import { tmpdir } from "node:os";
import { operations } from "@lectern/contract/operations";
import { expect, test } from "vitest";
import { OPERATOR_KEY, sealer, withApp } from "../../../../test/harness.ts";
import { buildApp } from "../../../app.ts";
import { connect } from "../../../db/database.ts";
import { createStorage } from "../../../lib/storage.ts";

const app = await withApp();

const get = (url: string) => app.app.server.inject({ url });

test("alive, ready, and figures by operation", async () => {
  expect((await get("/health/live")).json()).toEqual({ status: "up" });
  expect((await get("/health/ready")).json()).toEqual({ status: "ready" });
  const metrics = await get("/metrics");
  expect(metrics.headers["content-type"]).toMatch(/^text\/plain/);
  const refusedCalls = ({ body }: typeof metrics) =>
    /^lectern_request_duration_seconds_count{route="Helpers.RetrieveLanguageCodes",status="401"} (\d+)$/m.exec(
      body,
    )?.[1];
  await app.call(undefined, "GET /client/1/languages");
  const counted = Number(refusedCalls(await get("/metrics")));
  expect(counted).toBe(Number(refusedCalls(metrics) ?? 0) + 1);
});

test("not ready, and a 503 that can be tried again, while the database is away", async () => {
  const { server } = await buildApp({
    storage: createStorage({ dataFolder: tmpdir() }),
    database: connect("postgres://nobody@127.0.0.1:1/none", { poolSize: 2 }),
    config: {
      publicUrl: "",
      mailFrom: "",
      throttleFactor: undefined,
      throttleStatus: 403,
      logLevel: "silent",
      trustProxy: false,
    },
    operatorKey: OPERATOR_KEY,
    sealer,
    now: () => new Date(),
  });
  expect((await server.inject({ url: "/health/ready" })).statusCode).toBe(503);
  expect((await server.inject({ url: "/health/live" })).statusCode).toBe(200);
  const headers = { accesstokenkey: "A".repeat(32), accesstokensecret: "b" };
  const refused = await server.inject({ url: "/v2/client/1/languages", headers });
  expect([refused.statusCode, refused.json().message]).toEqual([
    503,
    "The server cannot answer right now. Please try again.",
  ]);
});

test("the OpenAPI document has every operation of the contract, by its published path", async () => {
  const document = (await get("/v2/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  for (const { id, method, path } of operations)
    expect(document.paths[`/v2${path}`][method.toLowerCase()].operationId).toBe(id);
});

test("a harmless request id is kept, another is replaced; every answer has one", async () => {
  const idOf = async (sent: string) => {
    const answer = await app.app.server.inject({ url: "/health/live", headers: { "x-request-id": sent } });
    return answer.headers["x-request-id"];
  };
  expect(await idOf("trace-1.2:3")).toBe("trace-1.2:3");
  expect(await idOf("<script>")).toMatch(/^[\da-f-]{36}$/);
});
