import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { EventPart } from "../../../feature.ts";
import { readDateWindow } from "../../../http/v2/date-window.ts";
import type { OperationCall, V2 } from "../../../http/v2/dialect.ts";
import { readChoice, readFlag } from "../../../http/v2/flags.ts";
import { one } from "../../../http/v2/forms.ts";
import { pageOf, readPage } from "../../../http/v2/paging.ts";
import { readIncludedClients } from "../../../http/v2/subaccounts.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import { listReach } from "../../base/accounts/queries.ts";
import { isWebinar } from "../../base/lookups/event-types.ts";
import { isKnownTimeZone } from "../../base/lookups/time-zones.ts";
import { copyWebinar, createWebinar, type NewEvent } from "./create-event.ts";
import { deleteEvent } from "./delete-event.ts";
import {
  countEvents,
  dateColumns,
  type EventFilter,
  findEvent,
  getListedEvent,
  isDeletedEvent,
  listEvents,
} from "./queries.ts";
import { updateEvent } from "./update-event.ts";
import { readCopyChanges, readNewEvent } from "./v2-form.ts";
import { presentEventDetail, presentListedEvent } from "./v2-present.ts";
import {
  CreatedEvent,
  CreateEventForm,
  CreateEventQuery,
  DeletedEvent,
  EventDetail,
  EventList,
  EventListQuery,
  UpdatedEvent,
  UpdateEventForm,
} from "./v2-schema.ts";
import { readEventChanges } from "./v2-update-form.ts";
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

const DEFAULT_PAGE = { size: 100, most: 1000 };

export function eventOperations(v2: V2, { db, events, publicUrl, eventParts }: EventDeps): void {
  v2.operation("EventManagement.CreateAWebinar", {
    query: CreateEventQuery,
    form: CreateEventForm,
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
    form: UpdateEventForm,
    answer: UpdatedEvent,
    handle: async ({ client, event: { id }, token, form, now }) => {
      const moment = { actor: `token:${token.id}`, now };
      await updateEvent(db, client.id, id, (event) => readEventChanges(db, event, form), moment);
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
    query: EventListQuery,
    answer: EventList,
    handle: async (call) => {
      const filter = await readFilter(db, call);
      const page = readPage(call.query, DEFAULT_PAGE);
      const isPaged = page.requested || readFlag(call.query, "includesubaccounts", false);
      const isDescending = readChoice(call.query, "filterorder", ["asc", "desc"], "asc") === "desc";
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

async function createOrCopy(
  db: Kysely<Database>,
  parts: readonly EventPart[],
  { client, token, query, form }: OperationCall,
) {
  const author = { actor: `token:${token.id}`, ...(token.userName !== null && { name: token.userName }) };
  const sourceText = one(query, "eventsource");
  if (sourceText === undefined) {
    const event: NewEvent = await readNewEvent(db, client.id, form);
    return createWebinar(db, parts, client.id, event, author);
  }
  const source = /^\d{1,15}$/.test(sourceText) ? await findEvent(db, client.id, Number(sourceText)) : undefined;
  // Hubs and content have doors of their own, which know what they are made of.
  if (!source || !isWebinar(source.type)) fail("event.unknown", { eventId: sourceText });
  const changes = await readCopyChanges(db, client.id, form, source.timeZone);
  return copyWebinar(db, parts, client.id, source.id, changes, author);
}

async function readFilter(db: Kysely<Database>, { client, query, now }: OperationCall): Promise<EventFilter> {
  const modes = Object.keys(dateColumns) as (keyof typeof dateColumns)[];
  const window = readDateWindow(query, { now, defaults: { days: 90, openEnded: true }, maxMonths: 6, isKnownTimeZone });
  const contentType = readChoice(query, "contenttype", contentTypes, "all");
  return {
    clientIds: await readIncludedClients(client.id, query, "included", (id) => listReach(db, id)),
    dateMode: readChoice(query, "datefiltermode", modes, "goodafter"),
    ...window,
    ...(contentType !== "all" && { contentType }),
    isInactiveIncluded: readFlag(query, "includeinactive", false),
  };
}
