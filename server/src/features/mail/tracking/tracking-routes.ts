import type { FastifyInstance } from "fastify";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { readMailKey } from "../compose/mail-key.ts";
import { isOurLink } from "../compose/tracking.ts";
import { recordResponse } from "./response-queries.ts";

export interface TrackingDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  /** Links of mails that are out lead on when counting has been switched off since. */
  readonly isTracking: boolean;
  now(): Date;
}

/** One transparent point. */
const picture = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/** Counts opened mails and followed links. A HEAD is a program that looks where a link leads: it never counts. */
export function trackingRoutes(app: FastifyInstance, deps: TrackingDeps): void {
  const count = async (method: string, key: string, isClick: boolean) => {
    const mail = readMailKey(deps.sealer, key);
    if (mail && deps.isTracking && method === "GET") await recordResponse(deps.db, mail, { isClick, now: deps.now() });
  };

  app.get<{ Params: { key: string } }>("/wcc/m/:key/o.gif", { schema: { hide: true } }, async (request, reply) => {
    await count(request.method, request.params.key, false);
    // Shown whatever the key: a broken picture in somebody's mail helps nobody.
    return reply.headers({ ...uncached, "Content-Type": "image/gif" }).send(picture);
  });

  app.get<{ Params: { key: string; signature: string }; Querystring: { to?: unknown } }>(
    "/wcc/m/:key/l/:signature",
    { schema: { hide: true } },
    async (request, reply) => {
      const { key, signature } = request.params;
      const { to } = request.query;
      if (typeof to !== "string" || !isOurLink(deps.sealer, key, to, signature))
        fail("http.notFound", { path: "/wcc/m" });
      await count(request.method, key, true);
      return reply.headers(uncached).redirect(to, 302);
    },
  );
}

/** The key tells who reads: nobody on the way may keep the answer, and the target is not told the key. */
const uncached = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
  "X-Content-Type-Options": "nosniff",
};
