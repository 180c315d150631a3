import type { Kysely, Selectable } from "kysely";
import type { Conversions, Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import { cutPage, readCursor } from "../../../http/web/paging.ts";
import { listConversions } from "./conversions.ts";
import { ConversionList, ConversionsQuery } from "./schema.ts";

export function callsToActionRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  web.operation("listConversions", {
    route: "GET /clients/{clientId}/events/{eventId}/conversions",
    right: "people.read",
    group: "Room",
    summary: "List what calls to action have brought",
    description: "Meetings, demos, trials and prices asked for, and messages to contacts. Newest first.",
    query: ConversionsQuery,
    answer: ConversionList,
    handle: async ({ client, event, query: { limit, cursor } }) => {
      const place = { clientId: client.id, eventId: event.id };
      const found = await listConversions(db, place, { before: readCursor(cursor), limit: limit + 1 });
      const { page, ...next } = cutPage(found, limit, ({ id }) => id);
      return { conversions: page.map(presentConversion), ...next };
    },
  });
}

function presentConversion(conversion: Selectable<Conversions>) {
  const { id, registrantId, widgetId, widgetName, purpose, address, message, convertedAt } = conversion;
  return {
    ...{ conversionId: id, eventUserId: registrantId, widgetId, widgetName, purpose },
    ...(address !== null && { address }),
    ...(message !== null && { message }),
    convertedAt: convertedAt.toISOString(),
  };
}
