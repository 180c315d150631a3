import type { TestApp } from "./harness.ts";

const start = new Date("2026-05-19T18:00:00Z");
const minutesIn = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

interface Place {
  readonly clientId: number;
  readonly eventId: number;
}

/** Somebody who watched live and on demand and did everything there is, and the presenter they saw. */
export async function buildRoomExample(app: TestApp, place: Place): Promise<void> {
  const { id: registrantId } = await app.database.db
    .selectFrom("registrants")
    .select("id")
    .where("eventId", "=", place.eventId)
    .executeTakeFirstOrThrow();
  await attend(app, { ...place, registrantId });
  await watch(app, { ...place, registrantId });
  await present(app, place);
}

async function attend({ database }: TestApp, person: Place & { registrantId: number }): Promise<void> {
  await database.db
    .insertInto("attendees")
    .values({
      ...person,
      ...{
        firstJoinedAt: start,
        lastActivityAt: minutesIn(40),
        launchMode: "venue",
        attendancePartnerRef: "last_partner",
      },
      ...{ liveSessions: 1, liveOpens: 1, liveMs: 2_400_000, liveMediaMs: 2_400_000, cumulativeLiveMs: 2_400_000 },
      ...{ archiveSessions: 1, archiveOpens: 1, archiveMs: 900_000, archiveMediaMs: 600_000 },
      ...{ cumulativeArchiveMs: 900_000, firstLiveAt: start, lastLiveAt: minutesIn(40) },
      ...{ firstArchiveAt: minutesIn(100), lastArchiveAt: minutesIn(115) },
    })
    .execute();
}

async function watch({ database }: TestApp, person: Place & { registrantId: number }): Promise<void> {
  const seen = { os: "Windows 10", browser: "Firefox 140", device: "desktop", ipAddress: "203.0.113.9" };
  const session = { ...person, ...seen, isOpening: true };
  await database.db
    .insertInto("viewingSessions")
    .values([
      {
        ...{ ...session, tab: "a", kind: "live", launchMode: "venue" },
        ...{ startedAt: start, lastSeenAt: minutesIn(40), endedAt: minutesIn(40) },
      },
      {
        ...{ ...session, tab: "b", kind: "archive", launchMode: "remote" },
        ...{ startedAt: minutesIn(100), lastSeenAt: minutesIn(115), endedAt: minutesIn(115) },
      },
    ])
    .execute();
}

async function present({ database }: TestApp, place: Place): Promise<void> {
  const { id: presenterId } = await database.db
    .insertInto("presenters")
    .values({ ...place, firstName: "Mark", lastName: "Green", email: "mark@acme.com", role: "producer" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const session = { ...place, presenterId, tab: "c", role: "producer", isPractice: false };
  const [startedAt, endedAt] = [minutesIn(-15), minutesIn(61)];
  await database.db
    .insertInto("presenterSessions")
    .values({ ...session, startedAt, lastSeenAt: endedAt, endedAt })
    .execute();
}
