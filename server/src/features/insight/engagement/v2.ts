import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { listPolled } from "./queries.ts";
import { presentPoll } from "./v2-present.ts";
import { Polls } from "./v2-schema.ts";

export function engagementReports(v2: V2, { db }: { readonly db: Kysely<Database> }): void {
  v2.eventOperation("AnalyticsEventLevel.Polls", {
    answer: Polls,
    handle: async ({ client, event }) => {
      const polled = await listPolled(db, { clientId: client.id, eventId: event.id });
      return { eventid: event.id, polls: polled.map(presentPoll) };
    },
  });
}
