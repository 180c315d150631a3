import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { readPageOf } from "../../../http/v2/lists.ts";
import { parameter, parameters } from "../../../http/v2/parameters.ts";
import { presentLaunchMode } from "../../../http/v2/words.ts";
import { type ViewingSession, ViewingSessions } from "./v2-schema.ts";
import { countViewings, type ListedViewing, listViewings } from "./viewing-queries.ts";

const kinds = { all: undefined, live: "live", ondemand: "archive", blocked: "blocked" } as const;

const asked = parameters({
  sessionType: parameter.choice("sessiontype", ["all", "live", "ondemand", "blocked"], "all"),
  page: parameter.page({ size: 100, most: 1000 }),
  window: parameter.dates({ defaults: "none" }),
});

interface Deps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** Every page that was opened in an event, and how long. */
export function viewingSessions(v2: V2, { db, publicUrl }: Deps): void {
  const streamsource = publicUrl.startsWith("https:") ? "https" : "http";

  v2.eventOperation("AnalyticsEventLevel.AttendeeViewingSessions", {
    query: asked.schema,
    answer: ViewingSessions,
    handle: async (call) => {
      const { sessionType, page, window } = await asked.read(call.query, call);
      const kind = kinds[sessionType];
      const filter = { clientId: call.client.id, eventId: call.event.id, ...window, ...(kind && { kind }) };
      const { total, place, rows } = await readPageOf(page, {
        count: () => countViewings(db, filter),
        read: (slice) => listViewings(db, filter, slice),
      });
      const attendeesession = rows.map((session) => ({ ...presentViewing(session), streamsource }));
      return { totalattendeesessions: total, ...place, attendeesession };
    },
  });
}

const usages: Record<string, string> = { live: "Live", archive: "Archived", blocked: "Blocked" };

function presentViewing(session: ListedViewing): Omit<ViewingSession, "streamsource"> {
  const end = session.endedAt ?? session.lastSeenAt;
  const { firstName, lastName, os, browser, ipAddress, extEventUserCd } = session;
  return {
    id: session.id,
    email: session.email,
    ...(firstName !== null && { firstname: firstName }),
    ...(lastName !== null && { lastname: lastName }),
    duration: formatDuration(secondsOf(end) - secondsOf(session.startedAt)),
    starttime: formatPacific(session.startedAt),
    endtime: formatPacific(end),
    usage: usages[session.kind] ?? session.kind,
    ...(session.kind !== "blocked" && { mediastream: "HTML5 Video" }),
    ...(os !== null && { os }),
    ...(browser !== null && { browser }),
    ...(ipAddress !== null && { ipaddress: ipAddress }),
    ...(extEventUserCd !== null && { exteventusercd: extEventUserCd }),
    launchmode: presentLaunchMode(session.launchMode),
  };
}

/** Cut as they are shown, so that the length is the difference of the times beside it. */
function secondsOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

/** hh:mm:ss; a day is 24 hours. */
function formatDuration(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
