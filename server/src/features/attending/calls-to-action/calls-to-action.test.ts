import { expect, test } from "vitest";
import { attendeeOf, openingsOf, totalsOf } from "../../../../test/attending-figures.ts";
import { withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { addWidget } from "../../webinars/console/add-widget.ts";

const app = await withApp();
const { db } = app.database;

type Room = Awaited<ReturnType<typeof liveRoom>>;

const add = ({ clientId, eventId }: Room, content: object) =>
  addWidget(db, { clientId, eventId, actor: "operator" }, { kind: "call-to-action", content });

const conversionsOf = (registrantId: number) =>
  db.selectFrom("conversions").selectAll().where("registrantId", "=", registrantId).orderBy("id").execute();

const changesOf = async ({ eventId }: Room) => {
  const changes = await db
    .selectFrom("changes")
    .select(["kind", "actor"])
    .where("eventId", "=", eventId)
    .where("kind", "like", "call-to-action.%")
    .orderBy("id")
    .execute();
  return changes.map(({ kind, actor }) => `${kind} by ${actor.replace(/\d+/, "N")}`);
};

const url = "https://acme.com/next";

test.each([
  ["link", {}],
  ["gateway", {}],
  ["meeting", { meetingConversions: 1 }],
  ["demo", { demoConversions: 1 }],
  ["free-trial", { freeTrialRequests: 1 }],
  ["contact-us", { contactRequests: 1 }],
  ["pricing", { pricingRequests: 1 }],
  ["price-quote", { pricingRequests: 1 }],
])("clicks of a %s all count, and what it brings once a person", async (purpose, brought) => {
  const room = await liveRoom(app);
  const callToActionId = await add(room, { label: "Go", url, purpose });
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann });
  for (let n = 0; n < 3; n++) await page.say("calls-to-action.click", { callToActionId });
  expect(await openingsOf(app, ann)).toMatchObject([
    { kind: "call-to-action", thingId: callToActionId, name: "Call To Action 1", address: url, opens: 3 },
  ]);
  const conversions = Object.keys(brought).length;
  expect(await attendeeOf(app, ann)).toMatchObject({ ctaClicks: 3, conversions });
  expect(await conversionsOf(ann)).toMatchObject(
    conversions ? [{ widgetId: callToActionId, widgetName: "Call To Action 1", purpose, address: url }] : [],
  );
  const none = { meetingConversions: 0, demoConversions: 0, freeTrialRequests: 0, drifts: 0 };
  const noRequests = { contactRequests: 0, pricingRequests: 0 };
  expect(await totalsOf(app, room.eventId)).toMatchObject({ ctaClicks: 3, ...none, ...noRequests, ...brought });
  expect(await changesOf(room)).toEqual(conversions ? ["call-to-action.converted by room"] : []);
  const refused = await page.ask("calls-to-action.request", { callToActionId });
  expect(refused).toMatchObject({ code: "callToAction.takesNoRequests" });
  await room.closeAll();
});

test.each([
  ["contact-us", { contactRequests: 2 }],
  ["demo", { demoConversions: 2 }],
  ["meeting", { meetingConversions: 2 }],
])("a %s form keeps each message, for the team to read and until its writer is forgotten", async (purpose, brought) => {
  const room = await liveRoom(app);
  const callToActionId = await add(room, { label: "Ask", contactEmail: "john.doe@acme.com", purpose });
  const email = `${purpose}.writer@example.com`;
  const ann = await room.person({ email });
  const page = await room.enter({ registrantId: ann });
  await page.say("calls-to-action.click", { callToActionId });
  expect(await conversionsOf(ann)).toEqual([]);
  const message = "Do you <i>ship</i> to Ålesund?";
  await page.say("calls-to-action.request", { callToActionId, message: ` ${message}\n` });
  await page.say("calls-to-action.request", { callToActionId, message: " \u200b" });
  expect(await attendeeOf(app, ann)).toMatchObject({ ctaClicks: 1, conversions: 2 });
  expect(await totalsOf(app, room.eventId)).toMatchObject({ ctaClicks: 1, ...brought });

  const path = `GET /clients/${room.clientId}/events/${room.eventId}/conversions`;
  const listed = await operated<{ conversions: object[]; next: string }>(app, `${path}?limit=1`);
  expect(listed.conversions).toEqual([
    {
      ...{
        conversionId: expect.any(Number),
        eventUserId: ann,
        widgetId: callToActionId,
        widgetName: "Call To Action 1",
      },
      ...{ purpose, address: "john.doe@acme.com", convertedAt: expect.any(String) },
    },
  ]);
  const further = await operated<{ conversions: object[] }>(app, `${path}?limit=1&cursor=${listed.next}`);
  expect(further.conversions).toMatchObject([{ message }]);
  expect(further).not.toHaveProperty("next");

  await room.closeAll();
  const forgotten = await app.call(room.token, `POST /client/${room.clientId}/forget`, { form: { email } });
  expect(forgotten.statusCode).toBe(200);
  await expect.poll(async () => (await conversionsOf(ann)).map((one) => one.message)).toEqual([null, null]);
});

test.each([
  ["drift", { drifts: 2 }],
  ["calendly", { drifts: 0 }],
])("a %s in a frame tells itself when something came of it", async (purpose, brought) => {
  const room = await liveRoom(app);
  const callToActionId = await add(room, { label: "Talk", url, purpose });
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann });
  await page.say("calls-to-action.click", { callToActionId });
  expect(await attendeeOf(app, ann)).toMatchObject({ ctaClicks: 1, conversions: 0 });
  await page.say("calls-to-action.request", { callToActionId });
  await page.say("calls-to-action.request", { callToActionId });
  expect(await conversionsOf(ann)).toMatchObject([{ purpose }, { purpose }]);
  expect(await attendeeOf(app, ann)).toMatchObject({ ctaClicks: 1, conversions: 2 });
  expect(await totalsOf(app, room.eventId)).toMatchObject(brought);
  await room.closeAll();
});

test("what the team shows, everybody hears and newcomers see, until it is taken away", async () => {
  const room = await liveRoom(app);
  const content = { label: "Buy", url };
  const callToActionId = await add(room, content);
  const page = await room.enter({ registrantId: await room.person() });
  await page.welcome();
  const desk = await room.enter({ presenterId: await room.presenter("producer") });
  await desk.say("calls-to-action.push", { callToActionId });
  const shown = { callToActionId, isShown: true, name: "Call To Action 1", content };
  expect(await page.told("calls-to-action.shown")).toMatchObject(shown);
  expect(await desk.told("calls-to-action.shown")).toMatchObject(shown);
  // Audience pages share a snapshot, and hear what came after it; the first moderator gets a fresh one.
  const late = await room.enter({ registrantId: await room.person() });
  expect(await late.told("calls-to-action.shown")).toMatchObject(shown);
  const moderator = await room.enter({ presenterId: await room.presenter("moderator") });
  expect((await moderator.welcome()).state["calls-to-action"]).toEqual({ shown: [callToActionId] });
  await desk.say("calls-to-action.withdraw", { callToActionId });
  await page.told("calls-to-action.shown", ({ isShown }) => !isShown);
  const after = db.selectFrom("callToActionPushes").select("withdrawnAt").where("widgetId", "=", callToActionId);
  expect(await after.executeTakeFirst()).toEqual({ withdrawnAt: expect.any(Date) });
  await desk.say("calls-to-action.push", { callToActionId });
  expect(await after.executeTakeFirst()).toEqual({ withdrawnAt: null });
  const [pushed, withdrawn] = ["call-to-action.pushed", "call-to-action.withdrawn"].map((k) => `${k} by presenter:N`);
  expect(await changesOf(room)).toEqual([pushed, withdrawn, pushed]);
  await operated(app, `DELETE /clients/${room.clientId}/events/${room.eventId}/widgets/${callToActionId}`);
  expect(await desk.ask("calls-to-action.push", { callToActionId })).toMatchObject({ code: "callToAction.unknown" });
  await room.closeAll();
});

test("in rehearsal only the team hears of it, and nothing of it stays", async () => {
  const room = await liveRoom(app, { minutesAgo: -10 });
  const callToActionId = await add(room, { label: "Buy", contactEmail: "sales@acme.com" });
  const early = await room.enter({ registrantId: await room.person() });
  const [producer, moderator] = [await room.presenter("producer"), await room.presenter("moderator")];
  const [desk, other] = [await room.enter({ presenterId: producer }), await room.enter({ presenterId: moderator })];
  await early.welcome();
  await desk.say("calls-to-action.push", { callToActionId });
  const heard = await other.told("calls-to-action.shown");
  expect(heard.content).toEqual({ label: "Buy" });
  expect(await early.ask("calls-to-action.click", { callToActionId })).toMatchObject({ code: "room.notAttending" });
  expect(await early.ask("calls-to-action.request", { callToActionId })).toMatchObject({ code: "room.notAttending" });
  expect(early.numbered).toEqual([]);
  expect(await changesOf(room)).toEqual([]);
  expect(await db.selectFrom("callToActionPushes").selectAll().where("eventId", "=", room.eventId).execute()).toEqual(
    [],
  );
  expect(await totalsOf(app, room.eventId)).toMatchObject({ ctaClicks: 0, contactRequests: 0 });
  await room.closeAll();
});

test("only who may, and only of this event", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const [own, others] = [await add(room, { label: "a", url }), await add(elsewhere, { label: "b", url })];
  const page = await room.enter({ registrantId: await room.person() });
  const desk = await room.enter({ presenterId: await room.presenter("producer") });
  const moderator = await room.enter({ presenterId: await room.presenter("moderator") });
  for (const kind of ["calls-to-action.push", "calls-to-action.withdraw"] as const) {
    for (const outsider of [page, moderator])
      expect(await outsider.ask(kind, { callToActionId: own })).toMatchObject({ code: "say.notYours" });
    expect(await desk.ask(kind, { callToActionId: others })).toMatchObject({ code: "callToAction.unknown" });
  }
  for (const kind of ["calls-to-action.click", "calls-to-action.request"] as const) {
    expect(await desk.ask(kind, { callToActionId: own })).toMatchObject({ code: "say.notYours" });
    expect(await page.ask(kind, { callToActionId: others })).toMatchObject({ code: "callToAction.unknown" });
  }
  expect(page.numbered).toEqual([]);
  const listed = await operate(app, `GET /clients/${elsewhere.clientId}/events/${room.eventId}/conversions`);
  expect(listed.statusCode).toBe(404);
  await room.closeAll();
});

test("clicks of two hundred people at once add up", async () => {
  const room = await liveRoom(app);
  const callToActionId = await add(room, { label: "Meet", url, purpose: "meeting" });
  const people: number[] = [];
  for (let n = 0; n < 200; n++) people.push(await room.person());
  const pages = await Promise.all(people.map((registrantId) => room.enter({ registrantId })));
  await Promise.all(pages.flatMap((page) => [1, 2].map(() => page.say("calls-to-action.click", { callToActionId }))));
  expect(await totalsOf(app, room.eventId)).toMatchObject({ ctaClicks: 400, meetingConversions: 200 });
  expect(await changesOf(room)).toHaveLength(200);
  await room.closeAll();
});
