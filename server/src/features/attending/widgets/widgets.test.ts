import { expect, test } from "vitest";
import { attendeeOf, openingsOf, totalsOf } from "../../../../test/attending-figures.ts";
import { withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { addWidget } from "../../webinars/console/add-widget.ts";
import { listConsole } from "../../webinars/console/list-console.ts";
import { updateWidget } from "../../webinars/console/queries.ts";
import type { WidgetKind } from "../../webinars/console/widgets.ts";

const app = await withApp();
const { db } = app.database;

type Room = Awaited<ReturnType<typeof liveRoom>>;

const add = ({ clientId, eventId }: Room, kind: WidgetKind, content = {}) =>
  addWidget(db, { clientId, eventId, actor: "operator" }, { kind, content });

async function widgetOf({ clientId, eventId }: Room, kind: WidgetKind): Promise<number> {
  return (await listConsole(db, clientId, eventId)).find((widget) => widget.kind === kind)?.id as number;
}

test("opened widgets count by person, and those for sharing in the event", async () => {
  const room = await liveRoom(app);
  const [share, twitter] = [await add(room, "share-this"), await add(room, "twitter")];
  const bio = await widgetOf(room, "speaker-bio");
  const [ann, bob] = [await room.person(), await room.person()];
  const [anns, bobs] = [await room.enter({ registrantId: ann }), await room.enter({ registrantId: bob })];
  for (const widgetId of [share, share, bio, twitter]) await anns.say("widgets.open", { widgetId });
  for (const widgetId of [share, bio]) await bobs.say("widgets.open", { widgetId });
  expect(await attendeeOf(app, ann)).toMatchObject({ widgetsOpened: 3 });
  expect(await attendeeOf(app, bob)).toMatchObject({ widgetsOpened: 2 });
  expect((await openingsOf(app, ann)).map(({ thingId, name, opens }) => [thingId, name, opens])).toEqual([
    [bio, "Speaker Bio", 1],
    [share, "Share This", 2],
    [twitter, "Twitter", 1],
  ]);
  expect(await totalsOf(app, room.eventId)).toMatchObject({
    ...{ shareViewers: 2, shareViews: 3, twitterViewers: 1, twitterViews: 1 },
  });
  await room.closeAll();
});

test("what somebody tells others is kept as they wrote it, until they are forgotten", async () => {
  const room = await liveRoom(app);
  const share = await add(room, "share-this");
  const ann = await room.person({ email: "ann.shares@example.com" });
  const page = await room.enter({ registrantId: ann });
  const text = "  Look <b>here</b> #webinar ";
  await page.say("widgets.share", { widgetId: share, network: "twitter", text });
  await page.say("widgets.share", { widgetId: share, network: "linkedin" });
  const shares = () =>
    db.selectFrom("shares").select(["network", "text"]).where("registrantId", "=", ann).orderBy("id").execute();
  expect(await shares()).toEqual([
    { network: "twitter", text },
    { network: "linkedin", text: null },
  ]);
  const bio = await widgetOf(room, "speaker-bio");
  const refused = await page.ask("widgets.share", { widgetId: bio, network: "link" });
  expect(refused).toMatchObject({ code: "widget.sharesNothing" });
  await room.closeAll();
  const answer = await app.call(room.token, `POST /client/${room.clientId}/forget`, {
    form: { email: "ann.shares@example.com" },
  });
  expect(answer.statusCode).toBe(200);
  await expect.poll(async () => (await shares())[0]).toEqual({ network: "twitter", text: null });
});

test("other events' widgets, deleted ones and the team's clicks are refused, and count nothing", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const [share, others] = [await add(room, "share-this"), await add(elsewhere, "share-this")];
  const page = await room.enter({ registrantId: await room.person() });
  for (const kind of ["widgets.open", "widgets.share"] as const) {
    const network = kind === "widgets.share" ? { network: "link" as const } : {};
    const body = { widgetId: others, ...network } as { widgetId: number; network: "link" };
    expect(await page.ask(kind, body)).toMatchObject({ code: "widget.unknown" });
  }
  await db.updateTable("widgets").set({ deletedAt: new Date() }).where("id", "=", share).execute();
  expect(await page.ask("widgets.open", { widgetId: share })).toMatchObject({ code: "widget.unknown" });
  const desk = await room.enter({ presenterId: await room.presenter() });
  expect(await desk.ask("widgets.open", { widgetId: others })).toMatchObject({ code: "say.notYours" });
  for (const { eventId } of [room, elsewhere]) expect(await totalsOf(app, eventId)).toMatchObject({ shareViews: 0 });
  await room.closeAll();
});

test("the console is told with harmless texts, without right answers, speakers' mailboxes and where requests go", async () => {
  const room = await liveRoom(app);
  await add(room, "test", {
    ...{ title: "Exam", passPercent: 50 },
    questions: [{ question: "2+2?", answers: [{ answer: "4", isCorrect: true }] }],
  });
  await add(room, "call-to-action", { label: "Ask us", purpose: "contact-us", contactEmail: "sales@acme.com" });
  const text = await widgetOf(room, "text-with-banner");
  await updateWidget(db, room.clientId, text, { content: { text: "<b>Hello</b><script>alert(1)</script>" } });
  const bio = await widgetOf(room, "speaker-bio");
  const speaker = { name: "Grace", email: "grace@acme.com", position: 1 };
  await db
    .insertInto("speakers")
    .values({ clientId: room.clientId, eventId: room.eventId, widgetId: bio, ...speaker })
    .execute();
  const page = await room.enter({ registrantId: await room.person() });
  const { widgets } = (await page.welcome()).state.widgets as { widgets: Record<string, unknown>[] };
  const of = (kind: string) => widgets.find((widget) => widget.kind === kind);
  expect(of("text-with-banner")?.content).toEqual({ text: '<div class="rich" dir="auto"><b>Hello</b></div>' });
  expect(of("test")?.content).toEqual({});
  expect(of("call-to-action")?.content).toEqual({ label: "Ask us", purpose: "contact-us" });
  expect(of("speaker-bio")?.speakers).toMatchObject([{ name: "Grace" }]);
  expect(JSON.stringify(widgets)).not.toMatch(/isCorrect|sales@|grace@/);
  await room.closeAll();
});
