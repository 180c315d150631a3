import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { EventOperationCall, OperationCall, V2 } from "../../../http/v2/dialect.ts";
import { eachOf, readList, readPageOf } from "../../../http/v2/lists.ts";
import type { Page } from "../../../http/v2/paging.ts";
import { countRegistrants, listRegistrants, type RegistrantFilter, walkRegistrants } from "./people/queries.ts";
import { askedByEmail, askedOfAllEvents, askedOfClient, askedOfEvent } from "./v2-list-parameters.ts";
import { presentListed, presentRegistrant } from "./v2-present.ts";
import * as schema from "./v2-schema.ts";

const inClient = { hasClientId: true };
const inEvent = { hasClientId: false };

interface ListDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

export function registrantLists(v2: V2, deps: ListDeps): void {
  v2.eventOperation("AnalyticsEventLevel.Registrants", {
    query: askedOfEvent.schema,
    answer: schema.EventRegistrants,
    handle: (call) => listOfEvent(deps, call),
  });

  v2.operation("AnalyticsClientLevel.Registrants", {
    query: askedOfClient.schema,
    answer: schema.ClientRegistrants,
    handle: async (call) => {
      const { page, clientIds, isLateExcluded, ...asked } = await askedOfClient.read(call.query, call);
      const filter = { ...filterOf(asked), now: call.now, clientIds, isLateExcluded, isClientLevel: true };
      return listPage(deps, call.client.id, filter, page);
    },
  });

  v2.operation("AnalyticsClientLevel.RegistrantByEmail", {
    query: askedByEmail.schema,
    answer: schema.RegistrantByEmail,
    handle: (call) => findByEmail(deps, call),
  });

  v2.operation("AnalyticsClientLevel.RegistrantsByEmailMultipleEvents", {
    query: askedOfAllEvents.schema,
    answer: schema.ClientRegistrants,
    handle: async (call) => {
      const { client, params } = call;
      const { page, clientIds } = await askedOfAllEvents.read(call.query, call);
      const answer = await listPage(deps, client.id, { ...ofEmail(call), clientIds }, page);
      if (answer.totalregistrants === 0) fail("registrant.noneByEmail", { email: params.email ?? "" });
      return answer;
    },
  });
}

/** Every registrant of an event, sent while they are read; or a page where one is asked for. */
async function listOfEvent({ db, publicUrl }: ListDeps, call: EventOperationCall) {
  const { client, event } = call;
  const { page, email, isNoShow, ...asked } = await askedOfEvent.read(call.query, call);
  const filter = {
    ...filterOf(asked),
    now: call.now,
    clientIds: [client.id],
    eventId: event.id,
    isClientLevel: false,
    isNoShow,
    ...(email !== undefined && { email }),
  };
  const { total, place, rows } = await readList(page, {
    count: () => countRegistrants(db, filter),
    read: (slice) => listRegistrants(db, filter, slice),
    walk: (total) => walkRegistrants(db, filter, total),
  });
  return {
    eventid: event.id,
    totalregistrants: total,
    ...place,
    registrants: eachOf(rows, (registrant) => presentListed(registrant, { ...inEvent, publicUrl })),
  };
}

async function listPage({ db, publicUrl }: ListDeps, clientid: number, filter: RegistrantFilter, page: Page) {
  const { total, place, rows } = await readPageOf(page, {
    count: () => countRegistrants(db, filter),
    read: (slice) => listRegistrants(db, filter, slice),
  });
  return {
    clientid,
    totalregistrants: total,
    ...place,
    registrants: rows.map((registrant) => presentListed(registrant, { ...inClient, publicUrl })),
  };
}

/** The most recent registration of an address, in any event that the client reaches or in one. */
async function findByEmail({ db, publicUrl }: ListDeps, call: OperationCall) {
  const { client, directory } = call;
  const { eventId: eventText, partnerRef } = await askedByEmail.read(call.query, call);
  if (eventText !== undefined && !/^\d{1,15}$/.test(eventText)) fail("registrant.unknownInEvent");
  const filter: RegistrantFilter = {
    ...ofEmail(call),
    clientIds: await directory.listReach(client.id),
    ...(eventText !== undefined && { eventId: Number(eventText) }),
    ...(partnerRef !== undefined && { partnerRef }),
  };
  const [registrant] = await listRegistrants(db, filter, { limit: 1, isNewestFirst: true });
  if (!registrant) fail(eventText === undefined ? "registrant.unknown" : "registrant.unknownInEvent");
  return { registrant: presentRegistrant(registrant, { ...inClient, publicUrl }) };
}

function ofEmail({ params, now }: OperationCall): Omit<RegistrantFilter, "clientIds"> {
  return { now, dateMode: "createdAt", statuses: ["active"], email: params.email ?? "", isClientLevel: true };
}

type Asked = Omit<Awaited<ReturnType<typeof askedOfEvent.read>>, "page" | "email" | "isNoShow">;

function filterOf({ window, statuses, isAnonymousExcluded, partnerRef, dateFilterMode }: Asked) {
  return {
    ...window,
    dateMode: dateFilterMode === "lastactivity" ? ("lastActivityAt" as const) : ("createdAt" as const),
    statuses,
    isAnonymousExcluded,
    ...(partnerRef !== undefined && { partnerRef }),
  };
}
