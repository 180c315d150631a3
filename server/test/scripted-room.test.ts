import { afterEach, expect, test } from "vitest";
import { withApp } from "./harness.ts";
import type { RoomClient } from "./room-client.ts";
import { liveRoom } from "./room-fixture.ts";

// Twelve people with two devices each, over the hour that is there twice (Pacific time goes from 1:59 back to 1:00 at 9:00 UTC),
// one of them cut off for 20 seconds. Every figure is worked out by hand.

const app = await withApp();

afterEach(() => {
  delete app.clock.now;
});

const BEGIN = Date.UTC(2026, 10, 1, 8, 57);

function setClock(seconds: number): void {
  app.clock.now = new Date(BEGIN + seconds * 1000);
}

/** From when to when each device is there, seconds from the beginning; the laptop plays, the phone is paused. */
interface Plan {
  readonly laptop: readonly [from: number, to: number];
  readonly phone: readonly [from: number, to: number];
  /** Minutes on both devices together, on any device, and playing; half a minute is one. */
  readonly minutes: readonly [live: number, cumulative: number, playing: number];
}

const plans: readonly Plan[] = [
  { laptop: [0, 360], phone: [0, 360], minutes: [12, 6, 6] }, // 720 s, 360 s
  { laptop: [0, 180], phone: [180, 360], minutes: [6, 6, 3] }, // 360 s, 360 s
  { laptop: [0, 120], phone: [240, 360], minutes: [4, 4, 2] }, // 240 s, 240 s
  { laptop: [30, 330], phone: [60, 90], minutes: [6, 5, 5] }, // 330 s, 300 s
  { laptop: [0, 15], phone: [345, 360], minutes: [1, 1, 1] }, // 30 s, 30 s
  { laptop: [45, 105], phone: [75, 135], minutes: [2, 2, 1] }, // 120 s, 90 s
  { laptop: [0, 360], phone: [345, 360], minutes: [6, 6, 6] }, // 375 s, 360 s; cut off from 105 to 125
  { laptop: [0, 60], phone: [30, 60], minutes: [2, 1, 1] }, // 90 s, 60 s
  { laptop: [150, 210], phone: [195, 300], minutes: [3, 3, 1] }, // 165 s, 150 s
  { laptop: [0, 90], phone: [90, 105], minutes: [2, 2, 2] }, // 105 s, 105 s
  { laptop: [300, 360], phone: [315, 345], minutes: [2, 1, 1] }, // 90 s, 60 s
  { laptop: [0, 30], phone: [0, 30], minutes: [1, 1, 1] }, // 60 s, 30 s
];

/** Of all: 2,685 s on their devices, 2,145 s on any, 1,695 s playing. */
const totals = { liveMs: 2_685_000, cumulativeLiveMs: 2_145_000, liveMediaMs: 1_695_000 };

const CUT_OFF = 6;

test("a scripted room of twelve: every minute is where it belongs", async () => {
  app.clock.now = new Date(BEGIN - 60_000);
  const room = await liveRoom(app, { timeZone: "Asia/Tokyo" });
  const ids = await Promise.all(plans.map(() => room.person()));
  const pages = new Map<string, RoomClient>();
  const enter = async (index: number, device: "laptop" | "phone", since?: number) => {
    const known = since === undefined ? {} : { since };
    const page = await room.enter({ registrantId: ids[index] as number, tab: `${device}-${index}`, ...known });
    pages.set(`${device}-${index}`, page);
    await see(page, device);
  };
  const see = (page: RoomClient, device: string) =>
    page.say("room.alive", { player: device === "laptop" ? "playing" : "paused" });

  const cutOff = async (tab: string) => {
    // Signs of life are written down once a second of real time; these seconds run faster.
    const lastSeen = () =>
      app.database.db.selectFrom("viewingSessions").select("lastSeenAt").where("tab", "=", tab).executeTakeFirst();
    await expect.poll(lastSeen).toEqual({ lastSeenAt: app.clock.now });
    await pages.get(tab)?.cut();
    pages.delete(tab);
  };

  for (let seconds = 0; seconds <= 360; seconds += 15) {
    setClock(seconds);
    for (const [index, plan] of plans.entries())
      for (const device of ["laptop", "phone"] as const) {
        const [from, to] = plan[device];
        const page = pages.get(`${device}-${index}`);
        if (seconds === to) await page?.close();
        else if (seconds === from) await enter(index, device);
        else if (seconds > from && seconds < to && page) await see(page, device);
      }
    if (seconds === 105) await cutOff(`laptop-${CUT_OFF}`);
    if (seconds === 120) {
      setClock(125);
      await enter(CUT_OFF, "laptop", 0);
    }
  }

  await expect
    .poll(() =>
      app.database.db
        .selectFrom("eventTotals")
        .select(["attendees", "liveAttendees", "liveMs", "cumulativeLiveMs", "liveMediaMs", "archiveMs"])
        .where("eventId", "=", room.eventId)
        .executeTakeFirst(),
    )
    .toEqual({ attendees: 12, liveAttendees: 12, archiveMs: 0, ...totals });

  const { attendees } = (
    await app.call(room.token, `GET /client/${room.clientId}/event/${room.eventId}/attendee`)
  ).json() as { attendees: Record<string, unknown>[] };
  const told = new Map(attendees.map((attendee) => [attendee.eventuserid, attendee]));
  for (const [index, { minutes }] of plans.entries()) {
    const [liveminutes, cumulativeliveminutes, livemediaplayerminutes] = minutes;
    expect([index + 1, told.get(ids[index])]).toMatchObject([
      index + 1,
      { liveminutes, cumulativeliveminutes, livemediaplayerminutes, liveviewed: 2, attendeesessions: 2 },
    ]);
  }
  // The same clock time twice, told apart by what Pacific time is off.
  expect(told.get(ids[0])).toMatchObject({
    firstliveactivity: "2026-11-01T01:57:00-07:00",
    lastliveactivity: "2026-11-01T01:03:00-08:00",
  });
});
