import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { readDateWindow } from "../../../http/v2/date-window.ts";
import type { EventOperationCall, OperationCall, V2 } from "../../../http/v2/dialect.ts";
import { readChoice, readFlag } from "../../../http/v2/flags.ts";
import { type Fields, one, oneEmail } from "../../../http/v2/forms.ts";
import { pageOf, readPage } from "../../../http/v2/paging.ts";
import { readIncludedClients } from "../../../http/v2/subaccounts.ts";
import { listReach } from "../../base/accounts/queries.ts";
import { isKnownTimeZone } from "../../base/lookups/time-zones.ts";
import { countRegistrants, listRegistrants, type RegistrantFilter, walkRegistrants } from "./people/queries.ts";
import type { ListedStatus } from "./people/registrant-status.ts";
import { presentRegistrant } from "./v2-present.ts";
import * as schema from "./v2-schema.ts";

const PAGE = { size: 100, most: 1000 };
const DEFAULT_DAYS = 30;
const inClient = { hasClientId: true };
const inEvent = { hasClientId: false };

export function registrantLists(v2: V2, { db }: { db: Kysely<Database> }): void {
  v2.eventOperation("AnalyticsEventLevel.Registrants", {
    query: schema.EventRegistrantsQuery,
    answer: schema.EventRegistrants,
    handle: (call) => listOfEvent(db, call),
  });

  v2.operation("AnalyticsClientLevel.Registrants", {
    query: schema.ClientRegistrantsQuery,
    answer: schema.ClientRegistrants,
    handle: async ({ client, query, now }) => {
      const window = readDateWindow(query, { now, defaults: { days: DEFAULT_DAYS }, isKnownTimeZone });
      const clientIds = await readIncludedClients(client.id, query, "excluded", (id) => listReach(db, id));
      const isLateExcluded = readFlag(query, "excludelive", false);
      const filter = { ...readFilter(query), ...window, clientIds, isLateExcluded, isClientLevel: true };
      return listPage(db, client.id, filter, query);
    },
  });

  v2.operation("AnalyticsClientLevel.RegistrantByEmail", {
    query: schema.ByEmailQuery,
    answer: schema.RegistrantByEmail,
    handle: (call) => findByEmail(db, call),
  });

  v2.operation("AnalyticsClientLevel.RegistrantsByEmailMultipleEvents", {
    query: schema.AllEventsQuery,
    answer: schema.ClientRegistrants,
    handle: async ({ client, query, params }) => {
      const clientIds = await readIncludedClients(client.id, query, "excluded", (id) => listReach(db, id));
      const answer = await listPage(db, client.id, { ...ofEmail(params), clientIds }, query);
      if (answer.totalregistrants === 0) fail("registrant.noneByEmail", { email: params.email ?? "" });
      return answer;
    },
  });
}

/** Every registrant of an event, sent while they are read; or a page where one is asked for. */
async function listOfEvent(db: Kysely<Database>, { client, event, query, now }: EventOperationCall) {
  const window = readDateWindow(query, { now, defaults: "none", isKnownTimeZone });
  const email = oneEmail(query, "email");
  const filter = {
    ...readFilter(query),
    ...window,
    clientIds: [client.id],
    eventId: event.id,
    isClientLevel: false,
    ...(email !== undefined && { email }),
  };
  const page = readPage(query, PAGE);
  const totalregistrants = await countRegistrants(db, filter);
  if (!page.requested)
    return { eventid: event.id, totalregistrants, registrants: present(walkRegistrants(db, filter, totalregistrants)) };
  const place = pageOf(page, totalregistrants);
  const registrants = await listRegistrants(db, filter, { limit: page.size, offset: page.offset * page.size });
  return {
    eventid: event.id,
    totalregistrants,
    ...place,
    registrants: registrants.map((registrant) => presentRegistrant(registrant, inEvent)),
  };
}

async function* present(registrants: ReturnType<typeof walkRegistrants>) {
  for await (const registrant of registrants) yield presentRegistrant(registrant, inEvent);
}

async function listPage(db: Kysely<Database>, clientid: number, filter: RegistrantFilter, query: Fields) {
  const page = readPage(query, PAGE);
  const totalregistrants = await countRegistrants(db, filter);
  const place = pageOf(page, totalregistrants);
  const registrants = await listRegistrants(db, filter, { limit: page.size, offset: page.offset * page.size });
  return {
    clientid,
    totalregistrants,
    ...place,
    registrants: registrants.map((registrant) => presentRegistrant(registrant, inClient)),
  };
}

/** The most recent registration of an address, in any event that the client reaches or in one. */
async function findByEmail(db: Kysely<Database>, { client, query, params }: OperationCall) {
  const eventText = one(query, "eventid");
  const partnerRef = one(query, "partnerref");
  if (eventText !== undefined && !/^\d{1,15}$/.test(eventText)) fail("registrant.unknownInEvent");
  const filter: RegistrantFilter = {
    ...ofEmail(params),
    clientIds: await listReach(db, client.id),
    ...(eventText !== undefined && { eventId: Number(eventText) }),
    ...(partnerRef !== undefined && { partnerRef }),
  };
  const [registrant] = await listRegistrants(db, filter, { limit: 1, isNewestFirst: true });
  if (!registrant) fail(eventText === undefined ? "registrant.unknown" : "registrant.unknownInEvent");
  return { registrant: presentRegistrant(registrant, inClient) };
}

function ofEmail(params: Readonly<Record<string, string>>): Omit<RegistrantFilter, "clientIds"> {
  return { dateMode: "createdAt", statuses: ["active"], email: params.email ?? "", isClientLevel: true };
}

function readFilter(
  query: Fields,
): Pick<RegistrantFilter, "dateMode" | "statuses" | "partnerRef" | "isAnonymousExcluded"> {
  const partnerRef = one(query, "partnerref");
  const isByActivity = readChoice(query, "datefiltermode", ["created", "lastactivity"], "created") === "lastactivity";
  return {
    dateMode: isByActivity ? "lastActivityAt" : "createdAt",
    statuses: readStatuses(query),
    isAnonymousExcluded: readFlag(query, "excludeanonymous", false),
    ...(partnerRef !== undefined && { partnerRef }),
  };
}

function readStatuses(query: Fields): ListedStatus[] {
  if (readFlag(query, "filterforgotten", false)) return ["forgotten"];
  switch (readChoice(query, "userstatus", ["active", "any", "all", "deleted", "forgotten"], "active")) {
    case "any":
      return ["active", "deleted", "forgotten"];
    case "all":
      return ["active", "deleted"];
    case "deleted":
      return ["deleted"];
    case "forgotten":
      return ["forgotten"];
    default:
      return ["active"];
  }
}
