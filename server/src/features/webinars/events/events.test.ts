import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);

const webinar = {
  title: "Event from a form",
  eventType: "webcam",
  languageCd: "en",
  timeZone: "America/Los_Angeles",
  liveStart: "12/20/2027 09:00 AM",
  liveDuration: "60",
};

function create(form: Record<string, string | string[]>, query = "") {
  return app.call(token, `POST /client/${clientId}/event${query}`, { form });
}

test("creates a webinar and tells its times in its own zone", async () => {
  const answer = await create({
    ...webinar,
    tagCampaign: ["tag1", "tag2"],
    campaignCode: "CMP",
    hybrid: "Y",
    venue: "Hall 1",
    testevent: "Y",
  });
  expect(answer.statusCode).toBe(200);
  const { wccevent } = answer.json();
  expect(wccevent).toMatchObject({
    title: "Event from a form",
    liveStart: "12/20/2027 08:45 AM",
    goodAfter: "12/20/2027 09:00 AM",
    liveEnd: "12/20/2027 10:00 AM",
    liveDuration: 3600,
    archiveStart: "12/20/2027 10:30 AM",
    archiveEnd: "12/19/2028 10:30 AM",
    archiveDuration: 525600,
    shortTimeZone: "PST",
    tags: ["tag1", "tag2"],
    hybrid: "Y",
    testevent: "Y",
    venue: "Hall 1",
    countryCd: "",
    sourceEventId: 0,
    isLiveStartPast: false,
  });
  expect(wccevent.audienceUrl).toMatch(new RegExp(`^http://lectern.test/wcc/r/${wccevent.eventId}/[0-9A-F]{32}$`));
  const fields = await app.call(token, `GET /client/${clientId}/event/${wccevent.eventId}/regfield`);
  expect(fields.json().registrationfields[0]).toEqual({
    fieldid: "firstname",
    fieldcaption: "First Name",
    fieldtype: "textbox",
    validationtype: "none",
    required: "Y",
  });
  expect(fields.json().registrationfields.at(-1).options).toContain("United States");
});

test.each([
  [{ title: "x".repeat(251) }, "title"],
  [{ title: "" }, "title is missing"],
  [{ liveDuration: "20" }, "liveduration"],
  [{ liveDuration: "135" }, "liveduration"],
  [{ liveDuration: "510" }, "liveduration"],
  [{ liveStart: "tomorrow" }, "livestart"],
  [{ timeZone: "Mars/Base" }, "timezone"],
  [{ eventType: "opera" }, "eventtype"],
  [{ languageCd: "xx" }, "languagecd"],
  [{ languageCd: "fr", countryCd: "CN" }, "languagecd and countrycd"],
  [{ tagCampaign: "50%" }, "tagcampaign"],
  [{ tagCampaign: Array.from({ length: 11 }, (_, n) => `tag${n}`) }, "tagcampaign"],
  [{ customAccountTag: "1" }, "customaccounttag"],
  [{ archiveAvailable: "maybe" }, "archiveavailable"],
])("refuses %j and creates nothing", async (wrong, named) => {
  const answer = await create({ ...webinar, title: "refused", ...wrong } as Record<string, string>);
  expect([answer.statusCode, answer.json().message]).toEqual([400, expect.stringContaining(named)]);
  expect(answer.json().message).toMatch(/^Webinar was not created due to errors in the parameters/);
  const { rows } = await app.database.pool.query("select 1 from events where title = 'refused' or length(title) > 250");
  expect(rows).toEqual([]);
});

test("a created event is in the next list, with its analytics and partner figures", async () => {
  const { wccevent } = (
    await create({ ...webinar, liveStart: new Date(Date.now() + 3_600_000).toString(), title: "Soon" })
  ).json();
  const person = { email: "a@example.com", firstname: "A", lastname: "B", company: "C" };
  await app.call(token, `POST /client/${clientId}/event/${wccevent.eventId}/registrant`, {
    form: { ...person, partnerref: "EM" },
  });
  const list = (await app.call(token, `GET /client/${clientId}/event`)).json();
  const listed = list.events.find((event: { eventid: number }) => event.eventid === wccevent.eventId);
  expect(listed).toMatchObject({
    description: "Soon",
    eventtype: expect.any(String),
    isactive: true,
    eventanalytics: { totalregistrants: 1, totalattendees: 0 },
    partnerrefstats: [{ code: "EM", count: 1 }],
    lastupdated: expect.stringMatching(/[+-]\d\d:00$/),
  });
  expect(list).not.toHaveProperty("pagecount");
  const detail = (await app.call(token, `GET /client/${clientId}/event/${wccevent.eventId}`)).json();
  expect(detail).toMatchObject({
    eventname: "Soon",
    eventduration: 60,
    eventanalytics: { totalregistrants: 1, noshowcount: 1 },
  });
});

test("sub-clients' events come with includesubaccounts, which pages the list", async () => {
  const child = await app.build.client({ parentId: clientId });
  const event = await app.build.event(child.id, { title: "Of the child" });
  const path = `GET /client/${clientId}/event?includesubaccounts=Y&itemsperpage=1000`;
  const list = (await app.call(token, path)).json();
  expect(list).toMatchObject({ pagecount: 1, currentpage: 0 });
  expect(list.events.map((one: { eventid: number }) => one.eventid)).toContain(event.id);
  const only = (await app.call(token, `${path}&subaccounts=${child.id}`)).json();
  expect(only.events.map((one: { eventid: number }) => one.eventid)).toEqual([event.id]);
  const refused = await app.call(token, `GET /client/${clientId}/event?subaccounts=${child.id}`);
  expect([refused.statusCode, refused.json().message]).toEqual([
    400,
    "You have to set includesubaccounts='Y' in order to filter by subaccounts.",
  ]);
});

test("windows: exactly 180 days pass, 400 are refused", async () => {
  expect(
    (await app.call(token, `GET /client/${clientId}/event?startdate=2024-01-01&enddate=2024-06-29`)).statusCode,
  ).toBe(200);
  expect(
    (await app.call(token, `GET /client/${clientId}/event?startdate=2024-01-01&enddate=2025-02-04`)).statusCode,
  ).toBe(400);
});

test("order, activity and content type filter the list", async () => {
  await app.build.event(clientId, { startsAt: new Date("2020-05-01T00:00:00Z"), title: "old and off" });
  await app.database.pool.query("update events set is_active = false where title = 'old and off'");
  const window = "startdate=2020-04-01&enddate=2020-06-01";
  const total = async (query: string) =>
    (await app.call(token, `GET /client/${clientId}/event?${query}`)).json().totalevents;
  expect(await total(window)).toBe(0);
  expect(await total(`${window}&includeinactive=Y`)).toBe(1);
  expect(await total(`${window}&includeinactive=Y&contenttype=video`)).toBe(0);
  const ids = async (order: string) =>
    (await app.call(token, `GET /client/${clientId}/event?filterorder=${order}`))
      .json()
      .events.map((one: { eventid: number }) => one.eventid);
  expect(await ids("desc")).toEqual((await ids("asc")).reverse());
});

test("a copy takes the texts, tags and registration page along, not the times", async () => {
  const source = await app.build.event(clientId, {
    title: "Source",
    campaignTags: ["kept"],
    campaignCode: "CMP",
    abstract: "About",
  });
  await app.database.db
    .updateTable("registrationFields")
    .set({ caption: "Your company" })
    .where("eventId", "=", source.id)
    .where("field", "=", "company")
    .execute();
  const start = { liveStart: "2028-01-01T09:00:00", liveDuration: "30" };
  const { wccevent } = (await create(start, `?eventsource=${source.id}`)).json();
  expect(wccevent).toMatchObject({
    title: "Copy of Source",
    tags: ["kept"],
    eventAbstract: "About",
    goodAfter: "01/01/2028 09:00 AM",
    sourceEventId: source.id,
  });
  const fields = (await app.call(token, `GET /client/${clientId}/event/${wccevent.eventId}/regfield`)).json()
    .registrationfields;
  expect(fields.map((field: { fieldcaption: string }) => field.fieldcaption)).toContain("Your company");
  expect((await create({ ...start, title: "Mine" }, `?eventsource=${source.id}`)).json().wccevent.title).toBe("Mine");
  expect((await create({}, `?eventsource=${source.id}`)).statusCode).toBe(400);
  expect((await create(start, "?eventsource=1")).statusCode).toBe(404);
});

test("a copy into another language leaves the source's country behind", async () => {
  const source = await app.build.event(clientId, { languageCode: "zh", countryCode: "CN" });
  const start = { liveStart: "2028-01-01T09:00:00", liveDuration: "30" };
  const { wccevent } = (await create({ ...start, languageCd: "fr" }, `?eventsource=${source.id}`)).json();
  expect(wccevent).toMatchObject({ languageCd: "fr", countryCd: "" });
});

test("account tags are those the account has, three at most", async () => {
  const { db } = app.database;
  const group = await db
    .insertInto("accountTagGroups")
    .values({ clientId, name: "Region" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const tags = ["A", "B", "C", "D"].map((name) => ({ clientId, groupId: group.id, name }));
  const ids = (await db.insertInto("accountTags").values(tags).returning("id").execute()).map(({ id }) => String(id));
  const taken = (await create({ ...webinar, customAccountTag: ids.slice(0, 3) })).json().wccevent.customaccounttags;
  expect(taken.map(({ tagid }: { tagid: number }) => String(tagid))).toEqual(ids.slice(0, 3));
  expect((await create({ ...webinar, customAccountTag: ids })).statusCode).toBe(400);
  const stranger = await app.build.client();
  const own = await app.build.token(stranger.id);
  const form = { ...webinar, customAccountTag: ids[0] ?? "" };
  expect((await app.call(own, `POST /client/${stranger.id}/event`, { form })).statusCode).toBe(400);
});

test.each(["title", "eventType", "languageCd", "liveStart", "liveDuration", "timeZone"])(
  "%s is required",
  async (name) => {
    const answer = await create({ ...webinar, [name]: "" });
    expect([answer.statusCode, answer.json().message]).toEqual([
      400,
      `Webinar was not created due to errors in the parameters: ${name.toLowerCase()} is missing`,
    ]);
  },
);

test("a broadcast tells its encoders where to send, nothing else does", async () => {
  const { wccevent } = (await create({ ...webinar, eventType: "encodeonsite" })).json();
  const encoders = ["A", "B"].map((letter) => ({
    encoder: `Encoder ${letter}`,
    url: "rtmp://lectern.test/live",
    streamid: expect.stringMatching(new RegExp(`^${wccevent.eventId}_[0-9A-F]{32}_${letter}$`)),
  }));
  expect(wccevent.encoders).toEqual(encoders);
  expect((await create(webinar)).json().wccevent).not.toHaveProperty("encoders");
});

test.each([
  ["video", "video"],
  ["pdf", "pdf"],
  ["webpage", "webpage"],
  ["article", "article"],
  ["image", "image"],
  ["podcast", "podcast"],
  ["Engagement Hub", "gateway"],
])("%s is an event in the list, without console, e-mails or registration page", async (type, contentType) => {
  const { id } = await app.build.event(clientId, { type });
  const list = (await app.call(token, `GET /client/${clientId}/event?contenttype=${contentType}`)).json();
  expect(list.events.map((event: { eventid: number }) => event.eventid)).toEqual([id]);
  const { rows } = await app.database.pool.query(
    `select (select count(*) from widgets where event_id = $1) as widgets,
       (select count(*) from event_emails where event_id = $1) as emails,
       (select count(*) from registration_fields where event_id = $1) as fields`,
    [id],
  );
  expect(rows).toEqual([{ widgets: 0, emails: 0, fields: 0 }]);
  expect((await create({ ...webinar, eventType: type })).statusCode).toBe(400);
});

test("a global account has no events of its own", async () => {
  const global = await app.build.client();
  await app.build.changeClient(global.id, { isGlobal: true });
  const own = await app.build.token(global.id);
  const answer = await app.call(own, `POST /client/${global.id}/event`, { form: webinar });
  expect([answer.statusCode, answer.json().message]).toEqual([
    403,
    "Creating an event in a Global Client Account is not allowed.",
  ]);
});
