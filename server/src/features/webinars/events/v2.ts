import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { EventPart } from "../../../feature.ts";
import type { OperationCall, V2 } from "../../../http/v2/dialect.ts";
import { one } from "../../../http/v2/forms.ts";
import { pageOf } from "../../../http/v2/paging.ts";
import { param, params } from "../../../http/v2/params.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import { isWebinar } from "../../base/lookups/event-types.ts";
import { copyWebinar, createWebinar, type NewEvent } from "./create-event.ts";
import { deleteEvent } from "./delete-event.ts";
import { countEvents, dateModes, findEvent, getListedEvent, isDeletedEvent, listEvents } from "./queries.ts";
import { updateEvent } from "./update-event.ts";
import { createForm, readCopyChanges, readNewEvent } from "./v2-form.ts";
import { presentEventDetail, presentListedEvent } from "./v2-present.ts";
import { CreatedEvent, CreateEventQuery, DeletedEvent, EventDetail, EventList, UpdatedEvent } from "./v2-schema.ts";
import { readEventChanges, updateForm } from "./v2-update-form.ts";
import { presentCreatedEvent, presentUpdatedEvent } from "./v2-wccevent.ts";

export interface EventDeps {
  db: Kysely<Database>;
  /** What is in memory of events. */
  events: Pick<LoadCache<number, never>, "drop">;
  publicUrl: string;
  eventParts: readonly EventPart[];
}

const contentTypes = [
  "all",
  "webcast",
  "forum",
  "video",
  "pdf",
  "webpage",
  "article",
  "image",
  "podcast",
  "experience",
  "gateway",
  "golive",
] as const;

const asked = params({
  window: param.window({ defaults: { days: 90, openEnded: true }, maxMonths: 6 }),
  page: param.page({ size: 100, most: 1000 }),
  clientIds: param.subaccounts("included"),
  areSubaccountsIncluded: param.flag("includesubaccounts", false, "Those of sub-clients too"),
  dateMode: param.choice("datefiltermode", dateModes, "goodafter", "Which time the dates are of"),
  order: param.choice("filterorder", ["asc", "desc"], "asc", "By that time"),
  isInactiveIncluded: param.flag("includeinactive", false, "Inactive events too"),
  contentType: param.choice("contenttype", contentTypes, "all"),
});

export function eventOperations(v2: V2, { db, events, publicUrl, eventParts }: EventDeps): void {
  v2.operation("EventManagement.CreateAWebinar", {
    query: CreateEventQuery,
    form: createForm.schema,
    answer: CreatedEvent,
    handle: async (call) => {
      if (call.client.isGlobal)
        fail(one(call.query, "eventsource") === undefined ? "client.global" : "client.globalCopy");
      const created = await createOrCopy(db, eventParts, call);
      const event = await getListedEvent(db, created.clientId, created.id);
      return presentCreatedEvent(event ?? fail("event.unknown", { eventId: created.id }), { publicUrl, now: call.now });
    },
  });

  v2.eventOperation("EventManagement.UpdateAWebinar", {
    form: updateForm.schema,
    answer: UpdatedEvent,
    handle: async (call) => {
      const { client, event, token, now } = call;
      const { id } = event;
      const moment = { actor: `token:${token.id}`, now };
      await updateEvent(db, client.id, id, (present) => readEventChanges(db, present, call), moment);
      events.drop(id);
      const updated = await getListedEvent(db, client.id, id);
      return presentUpdatedEvent(updated ?? fail("event.unknown", { eventId: id }), { publicUrl, now });
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

  v2.operation("AnalyticsClientLevel.Events", {
    query: asked.schema,
    answer: EventList,
    handle: async (call) => {
      const { window, page, areSubaccountsIncluded, order, contentType, ...rest } = await asked.read(call.query, call);
      const filter = { ...rest, ...window, ...(contentType !== "all" && { contentType }) };
      const isPaged = page.requested || areSubaccountsIncluded;
      const isDescending = order === "desc";
      const totalevents = await countEvents(db, filter);
      const place = isPaged ? pageOf(page, totalevents) : undefined;
      const limits = isPaged ? { limit: page.size, offset: page.offset * page.size } : {};
      const listed = await listEvents(db, filter, { isDescending, ...limits });
      const answer = {
        totalevents,
        events: listed.map((event) => presentListedEvent(event, { publicUrl, now: call.now })),
      };
      return place ? { pagecount: place.pagecount, ...answer, currentpage: place.currentpage } : answer;
    },
  });

  v2.eventOperation("AnalyticsEventLevel.MetadataAndUsage", {
    answer: EventDetail,
    handle: async ({ client, event, now }) => {
      const found = await getListedEvent(db, client.id, event.id);
      return presentEventDetail(found ?? fail("event.unknown", { eventId: event.id }), { publicUrl, now });
    },
  });
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
