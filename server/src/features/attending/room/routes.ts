import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import { id } from "../../../http/web/schema-parts.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { listActive } from "./queries.ts";
import { roomTicket } from "./ticket.ts";

interface RoomRouteDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  now(): Date;
}

const Tickets = Type.Object({
  tickets: Type.Array(
    Type.Object({
      registrantId: Type.Integer(),
      ticket: Type.String({ description: "As `ticket` in the address of the room; good for 24 hours" }),
    }),
  ),
});

/** For pages that are not ours: who their visitors are, they know themselves. */
export function roomRoutes(web: Web, { db, sealer, now }: RoomRouteDeps): void {
  web.operation("issueRoomTickets", {
    route: "POST /clients/{clientId}/events/{eventId}/room-tickets",
    right: "people.manage",
    group: "Room",
    summary: "Let registrants into the room from a page of yours",
    description: "Whoever is not registered, or blocked, is left out.",
    body: Type.Object(
      { registrantIds: Type.Array(id(), { minItems: 1, maxItems: 1000, uniqueItems: true }) },
      { additionalProperties: false },
    ),
    answer: Tickets,
    handle: async ({ client, event, body }) => {
      const ids = await listActive(db, { clientId: client.id, eventId: event.id }, body.registrantIds);
      return { tickets: ids.map((one) => ({ registrantId: one, ticket: roomTicket({ sealer, now }, event.id, one) })) };
    },
  });
}
