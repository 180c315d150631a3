import type { Selectable } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import type { Events } from "../../../db/types.ts";
import type { NewEvent } from "./create-event.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
const { db } = app.database;
const group = await db
  .insertInto("accountTagGroups")
  .values({ clientId, name: "Region" })
  .returning("id")
  .executeTakeFirstOrThrow();
const tags = ["Americas", "EMEA", "Asia", "Antarctica"].map((name) => ({ clientId, groupId: group.id, name }));
const tagIds = (await db.insertInto("accountTags").values(tags).returning("id").execute()).map(({ id }) => id);

beforeEach(() => {
  app.clock.now = new Date("2027-12-01T12:00:00Z");
});

type Form = Record<string, string | string[]>;

function update(eventId: number, form: Form) {
  return app.call(token, `PUT /client/${clientId}/event/${eventId}`, { form });
}

function build(event: Partial<NewEvent> = {}) {
  return app.build.event(clientId, { startsAt: new Date("2027-12-20T17:00:00Z"), ...event });
}

async function rowOf(id: number): Promise<Selectable<Events>> {
  return app.database.db.selectFrom("events").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

async function changesOf(id: number) {
  const rows = await app.database.db
    .selectFrom("changes")
    .select(["kind", "actor", "fields"])
    .where("eventId", "=", id)
    .where("kind", "like", "event.%")
    .orderBy("id")
    .execute();
  return rows.slice(1);
}

function register(eventId: number, email = "ann@example.com") {
  const form = { email, firstname: "Ann", lastname: "Other", company: "Acme" };
  return app.call(token, `POST /client/${clientId}/event/${eventId}/registrant`, { form });
}

test("updates everything that is published, and answers the whole event", async () => {
  const event = await build({ abstract: "About", campaignTags: ["old"], isHybrid: true, venue: "Hall 1" });
  const answer = await update(event.id, {
    title: "Updated",
    eventType: "screenshare",
    languageCd: "en",
    countryCd: "UK",
    timeZone: "America/Bogota",
    liveStart: "01/18/2028 05:00 PM",
    liveDuration: "480",
    promotionalSummary: "Come",
    archiveAvailable: "N",
    enableRegistration: "N",
    campaignCode: "Code Updated",
    tagCampaign: ["tag1", "tag2"],
    customAccountTag: String(tagIds[0]),
  });
  expect(answer.statusCode).toBe(200);
  const { wccevent } = answer.json();
  const staff = (key: string) => `?e=${event.id}&k=${key}`;
  expect(wccevent).toEqual({
    eventId: event.id,
    title: "Updated",
    eventAbstract: "About",
    promotionalSummary: "Come",
    liveStart: "01/18/2028 04:45 PM",
    liveDuration: 28800,
    liveEnd: "01/19/2028 01:00 AM",
    archiveStart: "01/19/2028 01:30 AM",
    archiveEnd: "01/18/2029 01:30 AM",
    clientId,
    timeZone: "America/Bogota",
    eventType: "screenshare",
    goodAfter: "01/18/2028 05:00 PM",
    audienceUrl: `http://lectern.test/wcc/r/${event.id}/${event.audienceKey}`,
    reportsUrl: `http://lectern.test/webcast/report${staff(event.reportKey)}`,
    previewUrl: `http://lectern.test/webcast/previewlobby${staff(event.previewKey)}`,
    archiveDuration: 525600,
    shortTimeZone: "GMT-5",
    isLiveStartPast: false,
    isLiveEndPast: false,
    archiveEndInPast: false,
    monthsAvailableToExtend: -1,
    canExtendArchive: false,
    archiveAvailable: false,
    autoArchiveProcessed: false,
    canManipulateArchive: false,
    canToggleArchiveAvailability: true,
    showFaaBridgeNumber: false,
    showColossusLink: false,
    languageCd: "en",
    countryCd: "UK",
    campaignCode: "Code Updated",
    sourceEventId: 0,
    rolloverAudio: false,
    rolloverAudioDisabled: false,
    tags: ["tag1", "tag2"],
    customaccounttags: [{ groupid: expect.any(Number), groupname: "Region", tagid: tagIds[0], tagname: "Americas" }],
    defaultPlayerConsoleTemplateId: 0,
    simuliveWaitingMode: false,
    pmurl: `http://lectern.test/webcast/present${staff(event.presentKey)}`,
    simuliveEPMode: false,
    simuliveMode: false,
    hybrid: "Y",
    venue: "Hall 1",
    testevent: "N",
  });
  expect((await rowOf(event.id)).isRegistrationOpen).toBe(false);
  const detail = (await app.call(token, `GET /client/${clientId}/event/${event.id}`)).json();
  expect(detail).toMatchObject({ description: "Updated", goodafter: "2028-01-18T14:00:00-08:00" });
});

test("what is not sent, or sent empty, stays; who changed what is on record", async () => {
  const event = await build({ campaignCode: "CMP", campaignTags: ["kept"] });
  expect((await update(event.id, { title: "Only this", campaignCode: "", liveStart: "" })).statusCode).toBe(200);
  const row = await rowOf(event.id);
  expect(row.modifiedAt.getTime()).toBeGreaterThan(event.modifiedAt.getTime());
  expect(row).toEqual({ ...event, title: "Only this", calendarSequence: 1, modifiedAt: row.modifiedAt });
  expect(await changesOf(event.id)).toEqual([{ kind: "event.updated", actor: `token:${token.id}`, fields: ["title"] }]);
});

test("sending back what is there changes nothing and records nothing", async () => {
  const event = await build({ campaignTags: ["one", "two"] });
  const same = {
    title: event.title,
    eventType: "WEBCAM",
    liveStart: "12/20/2027 09:00 AM",
    liveDuration: "60",
    timeZone: event.timeZone,
    languageCd: "en",
    tagCampaign: ["one", "two"],
    enableRegistration: "Y",
    archiveAvailable: "Y",
  };
  expect((await update(event.id, same)).statusCode).toBe(200);
  expect(await rowOf(event.id)).toEqual(event);
  expect(await changesOf(event.id)).toEqual([]);
});

test("moving the start moves all times, by the event's own clocks, and is on record", async () => {
  // From winter time to summer time: the time of day of the archive's end follows the archive's start.
  const event = await build();
  const { wccevent } = (await update(event.id, { liveStart: "03/14/2027 09:00 AM" })).json();
  expect(wccevent).toMatchObject({
    goodAfter: "03/14/2027 09:00 AM",
    liveStart: "03/14/2027 08:45 AM",
    liveEnd: "03/14/2027 10:00 AM",
    archiveStart: "03/14/2027 10:30 AM",
    archiveEnd: "03/13/2028 10:30 AM",
    shortTimeZone: "PDT",
  });
  expect((await changesOf(event.id)).map(({ fields }) => fields)).toEqual([["startsAt"]]);
  const longer = (await update((await build()).id, { liveDuration: "120" })).json().wccevent;
  expect(longer).toMatchObject({
    liveDuration: 7200,
    liveEnd: "12/20/2027 11:00 AM",
    archiveStart: "12/20/2027 11:30 AM",
  });
});

test.each([
  ["2027-12-24T10:00:00", "12/24/2027 07:00 PM"],
  ["2027-12-24T10:00:00+01:00", "12/24/2027 10:00 AM"],
  ["Fri Dec 24 2027 10:00:00 GMT+0000 (UTC)", "12/24/2027 11:00 AM"],
  ["12/24/2027 10:00 AM", "12/24/2027 10:00 AM"],
])("liveStart %s", async (liveStart, goodAfter) => {
  const event = await build({ timeZone: "Europe/Berlin" });
  expect((await update(event.id, { liveStart })).json().wccevent.goodAfter).toBe(goodAfter);
});

test("another zone alone keeps the time of day; with a start, the start is in the new zone", async () => {
  const event = await build();
  const moved = (await update(event.id, { timeZone: "Asia/Kathmandu" })).json().wccevent;
  expect(moved).toMatchObject({ goodAfter: "12/20/2027 09:00 AM", shortTimeZone: "GMT+5:45" });
  expect((await rowOf(event.id)).startsAt).toEqual(new Date("2027-12-20T03:15:00Z"));
  expect((await changesOf(event.id))[0]?.fields?.sort()).toEqual(["startsAt", "timeZone"]);
  const both = { timeZone: "Europe/Berlin", liveStart: "12/20/2027 06:00 PM" };
  expect((await update(event.id, both)).json().wccevent.goodAfter).toBe("12/20/2027 06:00 PM");
  expect((await rowOf(event.id)).startsAt).toEqual(new Date("2027-12-20T17:00:00Z"));
});

test("a time of day that the new zone's clocks skip is refused", async () => {
  const event = await build({ timeZone: "UTC", startsAt: new Date("2027-03-28T02:30:00Z") });
  const answer = await update(event.id, { timeZone: "Europe/Berlin" });
  expect([answer.statusCode, answer.json().message]).toEqual([400, expect.stringContaining("livestart")]);
  expect(await rowOf(event.id)).toEqual(event);
});

test.each([
  ["en", "UK", { languageCd: "en" }, "en", ""],
  ["en", undefined, { countryCd: "UK" }, "en", "UK"],
  ["zh", "CN", { languageCd: "zh" }, "zh", "CN"],
  ["zh", "CN", { countryCd: "TW" }, "zh", "TW"],
  ["zh", "CN", { languageCd: "fr" }, "fr", ""],
  ["fr", undefined, { languageCd: "ZH", countryCd: "tw" }, "zh", "TW"],
])("language %s-%s with %j becomes %s-%s", async (languageCode, countryCode, form, languageCd, countryCd) => {
  const event = await build({ languageCode, ...(countryCode !== undefined && { countryCode }) });
  expect((await update(event.id, form as Form)).json().wccevent).toMatchObject({ languageCd, countryCd });
});

test.each([
  [{ title: "x".repeat(256) }, "title"],
  [{ liveDuration: "20" }, "liveduration"],
  [{ liveDuration: "135" }, "liveduration"],
  [{ liveDuration: "510" }, "liveduration"],
  [{ liveStart: "tomorrow" }, "livestart"],
  [{ liveStart: "03/14/2027 02:30 AM" }, "livestart"],
  [{ timeZone: "Mars/Base" }, "timezone"],
  [{ eventType: "opera" }, "eventtype"],
  [{ eventType: "article" }, "eventtype"],
  [{ languageCd: "xx" }, "languagecd"],
  [{ languageCd: "zh" }, "languagecd and countrycd"],
  [{ languageCd: "fr", countryCd: "CN" }, "languagecd and countrycd"],
  [{ countryCd: "CN" }, "languagecd and countrycd"],
  [{ tagCampaign: "a|b" }, "tagcampaign"],
  [{ tagCampaign: Array.from({ length: 11 }, (_, n) => `tag${n}`) }, "tagcampaign"],
  [{ customAccountTag: "1" }, "customaccounttag"],
  [{ archiveAvailable: "maybe" }, "archiveavailable"],
  [{ enableRegistration: "maybe" }, "enableregistration"],
])("refuses %j and changes nothing", async (wrong, named) => {
  const event = await build();
  const answer = await update(event.id, { promotionalSummary: "new", ...wrong } as Form);
  expect([answer.statusCode, answer.json().message]).toEqual([400, expect.stringContaining(named)]);
  expect(answer.json().message).toMatch(/^Webinar was not created due to errors in the parameters/);
  expect(await rowOf(event.id)).toEqual(event);
  expect(await changesOf(event.id)).toEqual([]);
});

test("more than three account tags are refused, three are taken", async () => {
  const { id } = await build();
  expect((await update(id, { customAccountTag: tagIds.map(String) })).statusCode).toBe(400);
  expect((await update(id, { customAccountTag: tagIds.slice(1).map(String) })).statusCode).toBe(200);
  expect((await rowOf(id)).accountTagIds).toEqual(tagIds.slice(1));
});

test("titles may be 255 long, counted in characters", async () => {
  const { id } = await build();
  expect((await update(id, { title: "🎓".repeat(255) })).json().wccevent.title).toBe("🎓".repeat(255));
});

test("texts that belong to creation only are ignored, and named in a warning", async () => {
  const event = await build({ abstract: "About" });
  const answer = await update(event.id, { eventAbstract: "Another" });
  expect([answer.statusCode, answer.headers.warning]).toEqual([200, expect.stringContaining("eventabstract")]);
  expect(await rowOf(event.id)).toEqual(event);
});

test("the tag APIEXCLUDE takes the event out of client-level lists, and its absence puts it back", async () => {
  const { id } = await build();
  const ids = async () =>
    (await app.call(token, `GET /client/${clientId}/event`))
      .json()
      .events.map(({ eventid }: { eventid: number }) => eventid);
  expect(await ids()).toContain(id);
  await update(id, { tagCampaign: ["apiExclude", "other"] });
  expect(await ids()).not.toContain(id);
  await update(id, { tagCampaign: "other" });
  expect(await ids()).toContain(id);
});

test("with registration closed nobody new comes in, and who is registered may still be updated", async () => {
  const { id } = await build();
  await register(id);
  await update(id, { enableRegistration: "N" });
  const refused = await register(id, "new@example.com");
  expect([refused.statusCode, refused.json().message]).toEqual([403, `Registration for the event ${id} is closed.`]);
  expect((await register(id, "ANN@example.com")).statusCode).toBe(200);
  await update(id, { enableRegistration: "Y" });
  expect((await register(id, "new@example.com")).statusCode).toBe(200);
});

test("once an event has begun with people in it, its start, zone and type stay; the rest may change", async () => {
  const event = await build();
  await register(event.id);
  app.clock.now = new Date("2027-12-20T17:10:00Z");
  for (const form of [{ liveStart: "12/21/2027 09:00 AM" }, { timeZone: "UTC" }, { eventType: "fav" }]) {
    const answer = await update(event.id, form as unknown as Form);
    expect([answer.statusCode, answer.json().message]).toEqual([
      400,
      "Webinar was not created due to errors in the parameters: type, start, time zone and length can't change once people have come",
    ]);
  }
  expect(await rowOf(event.id)).toEqual(event);
  expect((await update(event.id, { title: "Live now", liveStart: "12/20/2027 09:00 AM" })).statusCode).toBe(200);
});

test("a webinar that is on may be made longer, and shorter only into the future; one that is over, no more", async () => {
  const { id } = await build();
  await register(id);
  app.clock.now = new Date("2027-12-20T17:40:00Z");
  expect((await update(id, { liveDuration: "90" })).json().wccevent.liveEnd).toBe("12/20/2027 10:30 AM");
  expect((await update(id, { liveDuration: "30" })).statusCode).toBe(400);
  expect((await update(id, { liveDuration: "45" })).json().wccevent.liveEnd).toBe("12/20/2027 09:45 AM");
  app.clock.now = new Date("2027-12-20T17:50:00Z");
  expect((await update(id, { liveDuration: "90" })).statusCode).toBe(400);
});

test("an event that nobody came to begins anew when it is moved", async () => {
  const { id } = await build();
  await app.build.changeEvent(id, {
    startedAt: new Date("2027-12-20T17:00:00Z"),
    endedAt: new Date("2027-12-20T17:05:00Z"),
  });
  app.clock.now = new Date("2027-12-20T18:00:00Z");
  expect((await update(id, { liveStart: "12/21/2027 09:00 AM" })).statusCode).toBe(200);
  expect(await rowOf(id)).toMatchObject({
    startedAt: null,
    endedAt: null,
    liveEndsAt: new Date("2027-12-21T18:00:00Z"),
  });
});

test("another kind takes its list and its times with it", async () => {
  const { id } = await build();
  expect((await update(id, { eventType: "forum" })).json().wccevent.eventType).toBe("forum");
  expect((await rowOf(id)).contentType).toBe("forum");
  const onDemand = (await update(id, { eventType: "ondemand" })).json().wccevent;
  expect(onDemand).toMatchObject({ liveStart: "12/20/2027 09:00 AM", archiveStart: "12/20/2027 09:00 AM" });
});

test("a broadcast tells its encoders where to send", async () => {
  const event = await build();
  const { wccevent } = (await update(event.id, { eventType: "encodeonsite" })).json();
  const encoder = (letter: string) => ({
    encoder: `Encoder ${letter}`,
    url: "rtmp://lectern.test/live",
    streamid: `${event.id}_${event.streamKey}_${letter}`,
  });
  expect(wccevent.encoders).toEqual([encoder("A"), encoder("B")]);
  expect(event.streamKey).toMatch(/^[0-9A-F]{32}$/);
});

test("another client's event is not reached", async () => {
  const other = await app.build.client();
  const event = await app.build.event(other.id);
  const answer = await update(event.id, { title: "Mine" });
  expect([answer.statusCode, answer.json().message]).toEqual([404, `The event ${event.id} doesn't exist.`]);
  expect(await rowOf(event.id)).toEqual(event);
});
