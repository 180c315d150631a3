import { readFile } from "node:fs/promises";
import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { takeBounce } from "./take-bounce.ts";

const Outcome = Type.Union(
  [Type.Literal("bounced"), Type.Literal("not-final"), Type.Literal("no-report"), Type.Literal("unknown-mail")],
  { description: "not-final: it may still arrive; no-report: another mail than a delivery report" },
);

/** Whole mails come back in some reports. */
const MAX_REPORT_BYTES = 10 * 1024 * 1024;

/** Mails that come back. */
export function bounceRoutes(web: Web, deps: { db: Kysely<Database>; sealer: Sealer }): void {
  web.operation("takeBounce", {
    route: "POST /bounces",
    right: "bounces.report",
    group: "E-mails",
    summary: "Take a delivery report",
    description: "The mail as it came, RFC 3464. Reports may be told twice; what is no report is ignored.",
    query: Type.Object({
      recipient: Type.Optional(Type.String({ description: "The address that the report came to, if known" })),
    }),
    upload: { types: ["message/rfc822"], maxBytes: MAX_REPORT_BYTES },
    answer: Type.Object({ outcome: Outcome }),
    handle: async ({ query, file }) => ({
      outcome: await takeBounce(deps, await readFile(file.path), query.recipient),
    }),
  });
}
