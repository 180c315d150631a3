import type { FastifyInstance } from "fastify";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { bearerKey } from "../../../http/bearer-key.ts";
import type { Limits } from "../../../http/limits/limits.ts";
import { createFigures } from "./figures.ts";

export interface StatusDeps {
  readonly db: Kysely<Database>;
  readonly limits: Limits;
  /** Opens the figures. */
  readonly metricsKey: string;
}

const hidden = { schema: { hide: true } };

/** Health for whoever watches the process, and figures for Prometheus. */
export function statusRoutes(app: FastifyInstance, { db, limits, metricsKey }: StatusDeps): void {
  const figures = createFigures(db, limits.figures);
  const hasKey = bearerKey(metricsKey);

  app.addHook("onResponse", (request, reply, done) => {
    const { config, url } = request.routeOptions;
    figures.countRequest(config.operation?.id ?? url ?? "unknown", reply.statusCode, reply.elapsedTime / 1000);
    done();
  });

  app.get("/health/live", hidden, () => ({ status: "up" }));

  app.get("/health/ready", hidden, async (request, reply) => {
    try {
      await sql`select 1`.execute(db);
      return { status: "ready" };
    } catch (error) {
      request.log.warn({ err: error }, "not ready");
      return reply.status(503).send({ status: "database unreachable" });
    }
  });

  app.get("/metrics", hidden, async ({ headers }, reply) => {
    if (!hasKey(headers)) fail("metrics.wrongKey");
    return reply.type(figures.contentType).send(await figures.read());
  });
}
