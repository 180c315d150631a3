import { tmpdir } from "node:os";
import { operations } from "@lectern/contract/operations";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { OPERATOR_KEY, sealer, withApp } from "../../../../test/harness.ts";
import { buildApp } from "../../../build-app.ts";
import { connect } from "../../../db/database.ts";
import { createStorage } from "../../../lib/storage.ts";
import type { AppDeps } from "../../../services.ts";

const app = await withApp();

const get = (url: string, key?: string) =>
  app.app.server.inject({ url, headers: key === undefined ? {} : { authorization: `Bearer ${key}` } });

test("alive, ready, and figures by operation", async () => {
  expect((await get("/health/live")).json()).toEqual({ status: "up" });
  expect((await get("/health/ready")).json()).toEqual({ status: "ready" });
  const metrics = await get("/metrics", OPERATOR_KEY);
  expect(metrics.headers["content-type"]).toMatch(/^text\/plain/);
  expect(metrics.body).toContain("lectern_database_up 1");
  const refusedCalls = ({ body }: typeof metrics) =>
    /^lectern_request_duration_seconds_count{route="Helpers.RetrieveLanguageCodes",status="401"} (\d+)$/m.exec(
      body,
    )?.[1];
  await app.call(undefined, "GET /client/1/languages");
  const counted = Number(refusedCalls(await get("/metrics", OPERATOR_KEY)));
  expect(counted).toBe(Number(refusedCalls(metrics) ?? 0) + 1);
});

test("figures are for whoever has their key, or the operator's where there is none of their own", async () => {
  expect((await get("/metrics")).statusCode).toBe(401);
  expect((await get("/metrics", "wrong")).statusCode).toBe(401);
  const metricsKey = "m".repeat(32);
  const other = await buildTestApp(app.databaseUrl, { metricsKey });
  const ask = (key: string) => other.server.inject({ url: "/metrics", headers: { authorization: `Bearer ${key}` } });
  expect((await ask(OPERATOR_KEY)).statusCode).toBe(401);
  expect((await ask(metricsKey)).statusCode).toBe(200);
  await other.close();
});

test("figures tell how long the job that waits longest has been due", async () => {
  const overdue = async () => {
    const { body } = await get("/metrics", OPERATOR_KEY);
    return Number(/^lectern_jobs_overdue_seconds (.*)$/m.exec(body)?.[1]);
  };
  expect(await overdue()).toBeLessThan(3600);
  const job = sql`select graphile_worker.add_job('sweep-files', run_at => now() - interval '1 hour')`;
  await job.execute(app.database.db);
  expect(await overdue()).toBeGreaterThanOrEqual(3600);
});

test("not ready, and a 503 that can be tried again, while the database is away; figures say so", async () => {
  const { server, close } = await buildTestApp("postgres://nobody@127.0.0.1:1/none");
  expect((await server.inject({ url: "/health/ready" })).statusCode).toBe(503);
  expect((await server.inject({ url: "/health/live" })).statusCode).toBe(200);
  const metrics = await server.inject({ url: "/metrics", headers: { authorization: `Bearer ${OPERATOR_KEY}` } });
  expect([metrics.statusCode, metrics.body]).toEqual([200, expect.stringContaining("lectern_database_up 0")]);
  const headers = { accesstokenkey: "A".repeat(32), accesstokensecret: "b" };
  const refused = await server.inject({ url: "/v2/client/1/languages", headers });
  expect([refused.statusCode, refused.json().message]).toEqual([
    503,
    "The server cannot answer right now. Please try again.",
  ]);
  await close();
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

/** The app alone, on a database of its own connections. */
async function buildTestApp(databaseUrl: string, config: Partial<AppDeps["config"]> = {}) {
  const database = connect(databaseUrl, { poolSize: 2 });
  const { server } = await buildApp({
    storage: createStorage({ dataFolder: tmpdir() }),
    database,
    config: {
      ...{ publicUrl: "", mailFrom: "", throttleFactor: undefined, throttleStatus: 403 },
      ...{ logLevel: "silent", trustProxy: false },
      ...config,
    } as AppDeps["config"],
    operatorKey: OPERATOR_KEY,
    sealer,
    now: () => new Date(),
  });
  return {
    server,
    async close() {
      await server.close();
      await database.close();
    },
  };
}
