import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import { repairCounters } from "./drifts.ts";

const Repair = Type.Object({
  mended: Type.Array(
    Type.Object({
      table: Type.String(),
      counter: Type.String(),
      clientId: Type.Integer(),
      eventId: Type.Integer(),
      key: Type.Optional(Type.String({ description: "Partner reference, or kind of mail" })),
      claimed: Type.Integer({ description: "What the counter said" }),
      counted: Type.Integer({ description: "What counting gave, and it says now" }),
    }),
  ),
});

export function counterRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  web.operation("repairCounters", {
    route: "POST /repairs/counters",
    right: "installation.manage",
    group: "Operator",
    summary: "Count all totals again, and mend those that are off",
    answer: Repair,
    handle: async () => {
      const drifts = await repairCounters(db);
      return { mended: drifts.map(({ key, ...drift }) => ({ ...drift, ...(key !== null && { key }) })) };
    },
  });
}
