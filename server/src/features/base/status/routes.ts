import type { FastifyInstance } from "fastify";
import { type Kysely, sql } from "kysely";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Database } from "../../../db/types.ts";

/** Health for whoever watches the process, and figures for Prometheus. */
export function statusRoutes(app: FastifyInstance, { db }: { db: Kysely<Database> }): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: "lectern_request_duration_seconds",
    help: "Time from a request's arrival to its answer, by operation or route",
    labelNames: ["route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });

  app.addHook("onResponse", (request, reply, done) => {
    const { config, url } = request.routeOptions;
    durations
      .labels(config.operation?.id ?? url ?? "unknown", String(reply.statusCode))
      .observe(reply.elapsedTime / 1000);
    done();
  });

  app.get("/health/live", { schema: { hide: true } }, () => ({ status: "up" }));

  app.get("/health/ready", { schema: { hide: true } }, async (request, reply) => {
    try {
      await sql`select 1`.execute(db);
      return { status: "ready" };
    } catch (error) {
      request.log.warn({ err: error }, "not ready");
      return reply.status(503).send({ status: "database unreachable" });
    }
  });

  app.get("/metrics", { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
