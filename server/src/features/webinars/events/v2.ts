import type { Kysely, Selectable } from "kysely";
import type { Database, Events } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { EventPart } from "../../../feature.ts";
import { one } from "../../../http/forms.ts";
import type { OperationCall, V2 } from "../../../http/v2/dialect.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import { isWebinar } from "../../base/lookups/event-types.ts";
import { listEventTags } from "./account-tags.ts";
import { copyWebinar, createWebinar, type NewEvent } from "./create-event.ts";
import { deleteEvent } from "./delete-event.ts";
import { findEvent, isDeletedEvent } from "./queries.ts";
import { updateEvent } from "./update-event.ts";
import { createForm, readCopyChanges, readNewEvent } from "./v2-form.ts";
import { CreatedEvent, CreateEventQuery, DeletedEvent, UpdatedEvent } from "./v2-schema.ts";
import { readEventChanges, updateForm } from "./v2-update-form.ts";
import { presentCreatedEvent, presentUpdatedEvent, type TaggedEvent } from "./v2-wccevent.ts";

export interface EventDeps {
  db: Kysely<Database>;
  /** What is in memory of events. */
  events: Pick<LoadCache<number, never>, "drop">;
  publicUrl: string;
  eventParts: readonly EventPart[];
}

export function eventOperations(v2: V2, { db, events, publicUrl, eventParts }: EventDeps): void {
  v2.operation("EventManagement.CreateAWebinar", {
    query: CreateEventQuery,
    form: createForm.schema,
    answer: CreatedEvent,
    handle: async (call) => {
      if (call.client.isGlobal)
        fail(one(call.query, "eventsource") === undefined ? "client.global" : "client.globalCopy");
      const created = await createOrCopy(db, eventParts, call);
      return presentCreatedEvent(await withTags(db, created), { publicUrl, now: call.now });
    },
  });

  v2.eventOperation("EventManagement.UpdateAWebinar", {
    form: updateForm.schema,
    answer: UpdatedEvent,
    handle: async (call) => {
      const { client, event, token, now } = call;
      const { id } = event;
      const moment = { actor: `token:${token.id}`, now };
      const updated = await updateEvent(db, client.id, id, (present) => readEventChanges(db, present, call), moment);
      events.drop(id);
      return presentUpdatedEvent(await withTags(db, updated), { publicUrl, now });
    },
  });

  v2.eventOperation("EventManagement.DeleteWebinar", {
    answer: DeletedEvent,
    refuseMissing: async (client, eventId) => {
      if (/^\d{1,15}$/.test(eventId) && (await isDeletedEvent(db, client.id, Number(eventId)))) fail("event.deleted");
    },
    handle: async ({ client, event, token, now }) => {
      await deleteEvent(db, client.id, event.id, { actor: `token:${token.id}`, now });
      events.drop(event.id);
      return { message: "Event Successfully Deleted." };
    },
  });
}

async function withTags(db: Kysely<Database>, event: Selectable<Events>): Promise<TaggedEvent> {
  return { ...event, accountTags: await listEventTags(db, event) };
}

async function createOrCopy(db: Kysely<Database>, parts: readonly EventPart[], call: OperationCall) {
  const { client, token, query } = call;
  const author = { actor: `token:${token.id}`, ...(token.userName !== null && { name: token.userName }) };
  const sourceText = one(query, "eventsource");
  if (sourceText === undefined) {
    const event: NewEvent = await readNewEvent(db, call);
    return createWebinar(db, parts, client.id, event, author);
  }
  const source = /^\d{1,15}$/.test(sourceText) ? await findEvent(db, client.id, Number(sourceText)) : undefined;
  // Hubs and content have doors of their own, which know what they are made of.
  if (!source || !isWebinar(source.type)) fail("event.unknown", { eventId: sourceText });
  const changes = await readCopyChanges(db, call, source.timeZone);
  return copyWebinar(db, parts, client.id, source.id, changes, author);
}
