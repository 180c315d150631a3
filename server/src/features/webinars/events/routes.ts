import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import { endEvent } from "./end-event.ts";
import { changeKey } from "./event-keys.ts";
import { presentState } from "./present.ts";
import { findEvent } from "./queries.ts";
import { EventState, NewKey } from "./schema.ts";
import { startEvent } from "./start-event.ts";

export interface EventRouteDeps {
  db: Kysely<Database>;
  /** What is in memory of events. */
  events: Pick<LoadCache<number, never>, "drop">;
  publicUrl: string;
  now(): Date;
}

/** Where an event stands, and its producer's start and end. */
export function eventRoutes(web: Web, { db, events, publicUrl, now }: EventRouteDeps): void {
  web.operation("getEvent", {
    route: "GET /clients/{clientId}/events/{eventId}",
    right: "events.read",
    group: "Events",
    summary: "Phase, times and addresses of an event",
    answer: EventState,
    handle: async ({ client, event: { id: eventId }, may }) => {
      const event = await findEvent(db, client.id, eventId);
      const mayPresent = may("events.present");
      return presentState(event ?? fail("event.unknown", { eventId }), { publicUrl, now: now(), mayPresent });
    },
  });

  web.operation("changeEventKey", {
    route: "POST /clients/{clientId}/events/{eventId}/keys",
    right: "events.manage",
    group: "Events",
    summary: "Give a page of an event's staff another key",
    description: "Addresses of the page that were handed out before open nothing any more.",
    body: NewKey,
    answer: EventState,
    handle: async ({ actor, client, event, body: { purpose }, may }) => {
      const changed = await changeKey(db, client.id, event.id, purpose, actor);
      events.drop(event.id);
      return presentState(changed, { publicUrl, now: now(), mayPresent: may("events.present") });
    },
  });

  for (const [action, change, summary] of [
    ["start", startEvent, "Put a live event on air"],
    ["end", endEvent, "End a live event"],
  ] as const)
    web.operation(`${action}Event`, {
      route: `POST /clients/{clientId}/events/{eventId}/${action}`,
      right: "events.present",
      group: "Events",
      summary,
      answer: EventState,
      handle: async ({ actor, client, event }) => {
        const at = now();
        const changed = await change(db, client.id, event.id, { actor, now: at });
        events.drop(event.id);
        return presentState(changed, { publicUrl, now: at, mayPresent: true });
      },
    });
}
