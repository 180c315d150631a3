import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import { endEvent } from "./end-event.ts";
import { presentState } from "./present.ts";
import { findEvent } from "./queries.ts";
import { EventState } from "./schema.ts";
import { startEvent } from "./start-event.ts";

const EventParams = Type.Object({ clientId: Type.Integer(), eventId: Type.Integer() });

const common = {
  tags: ["Events"],
  security: [{ operatorKey: [] }],
  params: EventParams,
  response: { 200: EventState, ...problems },
};

export interface EventRouteDeps {
  db: Kysely<Database>;
  /** What is in memory of events. */
  events: Pick<LoadCache<number, never>, "drop">;
  publicUrl: string;
  now(): Date;
}

/** Where an event stands, and its producer's start and end. */
export function eventRoutes(web: WebApp, { db, events, publicUrl, now }: EventRouteDeps): void {
  web.get("/clients/:clientId/events/:eventId", {
    schema: { ...common, operationId: "getEvent", summary: "Phase, times and addresses of an event" },
    handler: async ({ params: { clientId, eventId } }) => {
      const event = await findEvent(db, clientId, eventId);
      return presentState(event ?? fail("event.unknown", { eventId }), { publicUrl, now: now() });
    },
  });

  for (const [action, change, summary] of [
    ["start", startEvent, "Put a live event on air"],
    ["end", endEvent, "End a live event"],
  ] as const)
    web.post(`/clients/:clientId/events/:eventId/${action}`, {
      schema: { ...common, operationId: `${action}Event`, summary },
      handler: async ({ params: { clientId, eventId } }) => {
        const at = now();
        const event = await change(db, clientId, eventId, { actor: "operator", now: at });
        events.drop(eventId);
        return presentState(event, { publicUrl, now: at });
      },
    });
}
