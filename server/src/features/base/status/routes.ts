import type { FastifyInstance } from "fastify";
import { type Kysely, sql } from "kysely";
import { Gauge } from "prom-client";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { bearerKey } from "../../../http/bearer-key.ts";
import type { Limits } from "../../../http/limits/limits.ts";
import type { Carrier } from "../../../lib/nats.ts";
import { createFigures } from "./figures.ts";

export interface StatusDeps {
  readonly db: Kysely<Database>;
  readonly limits: Limits;
  readonly carrier: Carrier | undefined;
  /** Opens the figures. */
  readonly metricsKey: string;
}

const hidden = { schema: { hide: true } };

/** Health for whoever watches the process, and figures for Prometheus. */
export function statusRoutes(app: FastifyInstance, { db, limits, carrier, metricsKey }: StatusDeps): void {
  const figures = createFigures(db, [...limits.figures, ...(carrier ? [natsFigure(carrier)] : [])]);
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

function natsFigure(carrier: Carrier): Gauge {
  return new Gauge({
    name: "lectern_nats_up",
    help: "Whether NATS tells this process of rooms; the database does while it is 0",
    registers: [],
    collect() {
      this.set(carrier.isUp ? 1 : 0);
    },
  });
}
