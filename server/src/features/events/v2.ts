import type { Kysely } from "kysely";
import type { Database } from "../../db/types.ts";
import { fail } from "../../errors.ts";
import { readDateWindow } from "../../http/v2/date-window.ts";
import type { OperationCall, V2 } from "../../http/v2/dialect.ts";
import { readChoice, readFlag } from "../../http/v2/flags.ts";
import { one } from "../../http/v2/forms.ts";
import { pageOf, readPage } from "../../http/v2/paging.ts";
import { readIncludedClients } from "../../http/v2/subaccounts.ts";
import { listReach } from "../accounts/queries.ts";
import { isKnownTimeZone } from "../lookups/time-zones.ts";
import { copyEvent, createEvent, type NewEvent } from "./create-event.ts";
import { countEvents, dateColumns, type EventFilter, findEvent, getListedEvent, listEvents } from "./queries.ts";
import { readCopyChanges, readNewEvent } from "./v2-form.ts";
import { presentCreatedEvent, presentEventDetail, presentListedEvent } from "./v2-present.ts";
import {
  CreatedEvent,
  CreateEventForm,
  CreateEventQuery,
  EventDetail,
  EventList,
  EventListQuery,
} from "./v2-schema.ts";

export interface EventDeps {
  db: Kysely<Database>;
  publicUrl: string;
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

export function eventOperations(v2: V2, { db, publicUrl }: EventDeps): void {
  v2.operation("EventManagement.CreateAWebinar", {
    query: CreateEventQuery,
    form: CreateEventForm,
    answer: CreatedEvent,
    handle: async (call) => {
      if (call.client.isGlobal) fail("client.global");
      const created = await createOrCopy(db, call);
      const event = await getListedEvent(db, created.clientId, created.id);
      return presentCreatedEvent(event ?? fail("event.unknown", { eventId: created.id }), publicUrl, call.now);
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
      const events = await listEvents(db, filter, { isDescending, ...limits });
      const answer = { totalevents, events: events.map((event) => presentListedEvent(event, publicUrl)) };
      return place ? { pagecount: place.pagecount, ...answer, currentpage: place.currentpage } : answer;
    },
  });

  v2.eventOperation("AnalyticsEventLevel.MetadataAndUsage", {
    answer: EventDetail,
    handle: async ({ client, event }) => {
      const found = await getListedEvent(db, client.id, event.id);
      return presentEventDetail(found ?? fail("event.unknown", { eventId: event.id }), publicUrl);
    },
  });
}

async function createOrCopy(db: Kysely<Database>, { client, token, query, form }: OperationCall) {
  const author = { actor: `token:${token.id}`, ...(token.userName !== null && { name: token.userName }) };
  const sourceText = one(query, "eventsource");
  if (sourceText === undefined) {
    const event: NewEvent = await readNewEvent(db, client.id, form);
    return createEvent(db, client.id, event, author);
  }
  const source = /^\d{1,15}$/.test(sourceText) ? await findEvent(db, client.id, Number(sourceText)) : undefined;
  if (!source) fail("event.unknown", { eventId: sourceText });
  const changes = await readCopyChanges(db, client.id, form, source.timeZone);
  return copyEvent(db, client.id, source.id, changes, author);
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
