import type { Kysely } from "kysely";
import { type Slice, walkList } from "../../../db/ordered-list.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { OperationCall, V2 } from "../../../http/v2/dialect.ts";
import { eachOf, readList, readPageOf, type WalkedSource } from "../../../http/v2/lists.ts";
import { addParts } from "./parts/v2-parts.ts";
import { type AttendeeFilter, countAttendees, listAttendees } from "./queries.ts";
import { askedOfAllEvents, askedOfClient, askedOfEvent } from "./v2-parameters.ts";
import { presentInClient, presentInEvent, type WholeAttendee, withoutLate } from "./v2-present.ts";
import { AttendeeByEmail, ClientAttendees, EventAttendees } from "./v2-schema.ts";

interface AttendeeDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

export function attendeeLists(v2: V2, deps: AttendeeDeps): void {
  const inEvent = (attendee: WholeAttendee) => presentInEvent(attendee, deps.publicUrl);
  const inClient = (attendee: WholeAttendee) => presentInClient(attendee, deps.publicUrl);

  v2.eventOperation("AnalyticsEventLevel.Attendees", {
    query: askedOfEvent.schema,
    answer: EventAttendees,
    handle: async (call) => {
      const { client, event } = call;
      const { page, ...asked } = await askedOfEvent.read(call.query, call);
      const filter = { ...filterOf(asked), clientIds: [client.id], eventId: event.id, isClientLevel: false };
      const { total, place, rows } = await readList(page, sourceOf(deps, filter));
      return { eventid: event.id, totalattendees: total, ...place, attendees: eachOf(rows, inEvent) };
    },
  });

  v2.operation("AnalyticsClientLevel.Attendees", {
    query: askedOfClient.schema,
    answer: ClientAttendees,
    handle: async (call) => {
      const { page, clientIds, isLiveExcluded, isRealtimeOnly, ...asked } = await askedOfClient.read(call.query, call);
      const filter = { ...filterOf(asked), clientIds, isLiveExcluded, isClientLevel: true };
      const { total, place, rows } = await readPageOf(page, sourceOf(deps, filter));
      const attendees = rows.map(inClient);
      const told = isRealtimeOnly ? attendees.map(withoutLate) : attendees;
      return { clientid: call.client.id, totalattendees: total, ...place, attendees: told };
    },
  });

  v2.operation("AnalyticsClientLevel.AttendeeByEmail", {
    answer: AttendeeByEmail,
    handle: async ({ client, params, directory }) => {
      const filter = { ...ofEmail(params), dateMode: "lastActivity" as const };
      const clientIds = await directory.listReach(client.id);
      const [attendee] = await sourceOf(deps, { ...filter, clientIds }).read({ limit: 1, isNewestFirst: true });
      return inClient(attendee ?? fail("attendee.unknown", { email: params.email ?? "" }));
    },
  });

  v2.operation("AnalyticsClientLevel.AttendeesByEmailMultipleEvents", {
    query: askedOfAllEvents.schema,
    answer: ClientAttendees,
    handle: async (call) => {
      const { client, params } = call;
      const { page, clientIds } = await askedOfAllEvents.read(call.query, call);
      const { total, place, rows } = await readPageOf(page, sourceOf(deps, { ...ofEmail(params), clientIds }));
      if (total === 0) fail("attendee.unknown", { email: params.email ?? "" });
      return { clientid: client.id, totalattendees: total, ...place, attendees: rows.map(inClient) };
    },
  });
}

interface AttendeeSource extends WalkedSource<WholeAttendee> {
  read(slice: Slice): Promise<WholeAttendee[]>;
}

/** Attendees with all that they did, read a slice at a time. */
function sourceOf({ db, publicUrl }: AttendeeDeps, filter: AttendeeFilter): AttendeeSource {
  const read = async (slice: Slice) => addParts(db, await listAttendees(db, filter, slice), publicUrl);
  const placeOf = ({ firstJoinedAt, lastActivityAt, registrantId }: WholeAttendee) => {
    return { at: filter.dateMode === "joined" ? firstJoinedAt : lastActivityAt, id: registrantId };
  };
  return { count: () => countAttendees(db, filter), read, walk: (total) => walkList(read, placeOf, total) };
}

function ofEmail({ email = "" }: OperationCall["params"]) {
  return { dateMode: "joined" as const, statuses: ["active" as const], email, isClientLevel: true };
}

type Asked = Omit<Awaited<ReturnType<typeof askedOfEvent.read>>, "page">;

function filterOf({ window, statuses, isAnonymousExcluded, partnerRef, dateFilterMode }: Asked) {
  return {
    ...window,
    dateMode: dateFilterMode === "lastactivity" ? ("lastActivity" as const) : ("joined" as const),
    statuses,
    isAnonymousExcluded,
    ...(partnerRef !== undefined && { partnerRef }),
  };
}
