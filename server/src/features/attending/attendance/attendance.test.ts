import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { Attendance } from "./attendance.ts";
import type { Join } from "./join-queries.ts";

const app = await withApp();
const clock = { now: new Date("2026-06-01T10:00:00Z") };
const after = (seconds: number) => {
  clock.now = new Date(Date.UTC(2026, 5, 1, 10, 0, seconds));
};
const playing = { player: "playing", isMuted: false, isBackground: false } as const;
const failed = (error: unknown) => {
  throw error;
};

const attend = (db = app.database.db) => new Attendance({ db, now: () => clock.now, onError: failed });

/** Somebody who comes in, by a page. */
async function newcomer(): Promise<Join> {
  const room = await liveRoom(app);
  const { clientId, eventId } = room;
  const registrantId = await room.person();
  return { clientId, eventId, registrantId, tab: "laptop", kind: "live", at: clock.now, launchMode: "remote" };
}

async function join(attendance: Attendance, one: Join): Promise<number> {
  const joined = await attendance.join({ ...one, at: clock.now });
  return (joined.outcome === "in" && joined.session?.sessionId) || 0;
}

const sessionsOf = ({ registrantId }: Join) =>
  app.database.db
    .selectFrom("viewingSessions")
    .select(["endedAt", "lastSeenAt", "playingMs"])
    .where("registrantId", "=", registrantId)
    .execute();

test("a page that has moved on to another process is ended there, not by the silence here", async () => {
  after(0);
  const ann = await newcomer();
  const [here, there] = [attend(), attend()];
  here.see(await join(here, ann), playing);
  await here.flush();
  after(5);
  const sessionId = await join(there, ann);
  after(20);
  there.see(sessionId, playing);
  there.leave(sessionId);
  await there.flush();
  after(60);
  await here.flush();
  expect(await sessionsOf(ann)).toMatchObject([{ endedAt: new Date("2026-06-01T10:00:20Z") }]);
  await Promise.all([here.close(), there.close()]);
});

test("a page that is back before its end was written counts each second once", async () => {
  after(0);
  const ann = await newcomer();
  const attendance = attend();
  const first = await join(attendance, ann);
  attendance.see(first, playing);
  await attendance.flush();
  // What is known by now lies here until the session is gone on with.
  after(10);
  const [, again] = [attendance.leave(first), await join(attendance, ann)];
  attendance.see(again, playing);
  after(20);
  attendance.see(again, playing);
  attendance.leave(again);
  await attendance.close();
  expect((await sessionsOf(ann)).map(({ endedAt }) => endedAt?.getUTCSeconds())).toContain(20);
  const { liveMs } = await app.database.db
    .selectFrom("attendees")
    .select("liveMs")
    .where("registrantId", "=", ann.registrantId)
    .executeTakeFirstOrThrow();
  expect(liveMs).toBe(20_000);
});

test("what comes while it is written down is not lost and waits for the next flush: a busy room writes once a second", async () => {
  after(0);
  const ann = await newcomer();
  let statements = 0;
  let sessionId: number | undefined;
  const seesMeanwhile: KyselyPlugin = {
    transformQuery({ node }) {
      if (sessionId === undefined || ++statements >= 10) return node;
      after(5);
      attendance.see(sessionId, playing);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const attendance = attend(app.database.db.withPlugin(seesMeanwhile));
  const joined = await join(attendance, ann);
  attendance.see(joined, playing);
  sessionId = joined;
  await attendance.flush();
  expect(statements).toBeLessThan(3);
  sessionId = undefined;
  await attendance.close();
  expect(await sessionsOf(ann)).toMatchObject([{ lastSeenAt: clock.now, playingMs: 5_000 }]);
});

test("a page that comes back within a month is not opened anew; of older sessions nobody looks for it", async () => {
  after(0);
  const ann = await newcomer();
  const attendance = attend();
  const openings = () =>
    app.database.db
      .selectFrom("viewingSessions")
      .select("isOpening")
      .where("registrantId", "=", ann.registrantId)
      .orderBy("startedAt")
      .execute();
  await join(attendance, ann);
  await attendance.flush();
  const day = 86_400;
  after(30 * day);
  await join(attendance, ann);
  expect((await openings()).map(({ isOpening }) => isOpening)).toEqual([true, false]);
  await attendance.flush();
  after(62 * day);
  await join(attendance, ann);
  expect((await openings()).map(({ isOpening }) => isOpening)).toEqual([true, false, true]);
  await attendance.close();
});
