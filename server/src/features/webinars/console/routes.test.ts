import { beforeEach, expect, test } from "vitest";
import { oddText as odd, withConsole } from "../../../../test/console-fixture.ts";
import { OPERATOR_KEY } from "../../../../test/harness.ts";
import { listConsole } from "./list-console.ts";
import { kindNames, widgetKinds } from "./widgets.ts";

const fixture = await withConsole();
let base: string;
beforeEach(async () => {
  await fixture.renew();
  base = `/clients/${fixture.clientId}/events/${fixture.eventId}`;
});

function operate(request: string, payload?: object, key = OPERATOR_KEY) {
  const [method = "GET", url = ""] = request.split(" ");
  return fixture.app.app.server.inject({
    method: method as "GET",
    url: `/api${url}`,
    headers: { authorization: `Bearer ${key}` },
    ...(payload && { payload }),
  });
}

async function names() {
  const { widgets } = (await operate(`GET ${base}/widgets`)).json();
  return widgets.map((widget: { name: string }) => widget.name);
}

async function available() {
  const { rows } = await fixture.app.database.pool.query(
    "select resources_available from event_totals where event_id = $1",
    [fixture.eventId],
  );
  return rows[0].resources_available;
}

const link = { name: "A link", type: "URL", url: "https://example.com" };

test("only the operator gets in", async () => {
  for (const request of [`GET ${base}/widgets`, `POST ${base}/widgets`, `DELETE ${base}/widgets/1`])
    expect((await operate(request, undefined, "wrong")).statusCode).toBe(401);
});

test("a second Related Content is found by its name", async () => {
  const added = await operate(`POST ${base}/widgets`, { kind: "related-content" });
  expect([added.statusCode, added.json()]).toEqual([
    201,
    {
      id: expect.any(Number),
      kind: "related-content",
      name: "Related Content 2",
      area: "side",
      isOpen: true,
      content: {},
      resources: [],
      speakers: [],
      questions: [],
    },
  ]);
  const form = { ...link, matchname: "Related Content 2" };
  expect((await fixture.call("POST", "relatedcontent", { form })).statusCode).toBe(200);
  const { widgets } = (await operate(`GET ${base}/widgets`)).json();
  expect(widgets.at(-1).resources).toEqual([
    { id: expect.any(Number), name: "A link", address: "https://example.com" },
  ]);
});

test("widgets are placed, renamed, moved and filled", async () => {
  const body = {
    kind: "call-to-action",
    position: 1,
    area: "main",
    content: { label: odd, url: "https://x.com/?a&b" },
  };
  const { id } = (await operate(`POST ${base}/widgets`, body)).json();
  expect((await names())[0]).toBe("Call To Action 1");
  const changed = await operate(`PATCH ${base}/widgets/${id}`, {
    name: odd,
    position: 3,
    isOpen: false,
    content: { label: "Buy", url: "https://x.com" },
  });
  expect([changed.statusCode, changed.json()]).toMatchObject([
    200,
    { name: odd, area: "main", isOpen: false, content: { label: "Buy", url: "https://x.com" } },
  ]);
  expect(await names()).toEqual([
    "Media Player",
    "Slides",
    odd,
    "Q&A",
    "Speaker Bio",
    "Related Content 1",
    "Text With Banner 1",
    "Take Survey",
  ]);
  await operate(`PATCH ${base}/widgets/${id}`, { position: 99 });
  expect((await names()).at(-1)).toBe(odd);
});

/** Something right for every kind, and something wrong. */
const contents: Record<(typeof kindNames)[number], { good: object; bad: object }> = {
  "media-player": { good: {}, bad: { autoplay: true } },
  slides: { good: { introduction: odd }, bad: { introduction: 5 } },
  qa: { good: {}, bad: { introduction: "a\0b" } },
  "speaker-bio": { good: {}, bad: { introduction: "x".repeat(50_001) } },
  "related-content": { good: {}, bad: { introduction: "\ud800" } },
  "text-with-banner": {
    good: { banner: { imageUrl: "https://x.com/a.png", linkUrl: "http://x.com" }, rows: [["a", odd]] },
    bad: { text: "a", rows: [["a"]] },
  },
  survey: { good: { thanks: odd }, bad: { questions: [] } },
  poll: { good: { introduction: odd }, bad: { questions: [] } },
  "call-to-action": {
    good: { label: odd, url: "https://x.com", purpose: "demo" },
    bad: { label: "x", url: "javascript:alert(1)" },
  },
  certification: { good: { title: odd, minimumMinutes: 30, credits: 1.5 }, bad: { title: "x" } },
  test: {
    good: {
      title: odd,
      passPercent: 80,
      questions: [{ question: "?", answers: [{ answer: "a", isCorrect: true }] }],
    },
    bad: { title: "x", passPercent: 101, questions: [{ question: "?", answers: [{ answer: "a", isCorrect: true }] }] },
  },
  "group-chat": { good: {}, bad: { introduction: ["x"] } },
  "share-idea": { good: {}, bad: { other: "x" } },
  "share-this": { good: { introduction: odd }, bad: { network: "x" } },
  twitter: { good: {}, bad: { introduction: 1 } },
};

test.each(kindNames)("the content of %s is checked", async (kind) => {
  await fixture.removeWidgets(kind);
  const before = await fixture.snapshot();
  const refused = await operate(`POST ${base}/widgets`, { kind, content: contents[kind].bad });
  expect([refused.statusCode, refused.json()]).toMatchObject([
    400,
    { title: "body.invalid", detail: expect.stringMatching(/^(body\/)?content/) },
  ]);
  expect(await fixture.snapshot()).toEqual(before);
  const added = await operate(`POST ${base}/widgets`, { kind, content: contents[kind].good });
  expect([added.statusCode, added.json().content]).toEqual([201, contents[kind].good]);
  const path = `PATCH ${base}/widgets/${added.json().id}`;
  expect((await operate(path, { content: contents[kind].bad })).statusCode).toBe(400);
  const again = await operate(`POST ${base}/widgets`, { kind, content: contents[kind].good });
  expect(again.statusCode).toBe(widgetKinds[kind].isRepeatable ? 201 : 409);
});

test("a table must be as wide in every row", async () => {
  const refused = await operate(`POST ${base}/widgets`, {
    kind: "text-with-banner",
    content: { rows: [["a", "b"], ["c"]] },
  });
  expect(refused.statusCode).toBe(400);
});

test.each([
  { kind: "opera" },
  { kind: "call-to-action" },
  { kind: "related-content", name: " " },
  { kind: "related-content", name: "a\0b" },
  { kind: "related-content", name: "x".repeat(256) },
  { kind: "related-content", position: 0 },
  { kind: "related-content", area: "ceiling" },
  { kind: "related-content", colour: "red" },
  { name: "no kind" },
])("refuses the widget %j", async (body) => {
  const before = await fixture.snapshot();
  const refused = await operate(`POST ${base}/widgets`, body);
  expect([refused.statusCode, refused.json().title]).toEqual([400, "body.invalid"]);
  expect(await fixture.snapshot()).toEqual(before);
});

test("of two that add the one widget of a kind at once, one is told that it is there", async () => {
  const add = () => operate(`POST ${base}/widgets`, { kind: "group-chat" });
  const answers = await Promise.all([add(), add(), add()]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
});

test("content has no console", async () => {
  const content = await fixture.app.build.event(fixture.clientId, { type: "pdf" });
  const path = `/clients/${fixture.clientId}/events/${content.id}/widgets`;
  expect((await operate(`GET ${path}`)).json()).toEqual({ widgets: [] });
  const refused = await operate(`POST ${path}`, { kind: "related-content" });
  expect([refused.statusCode, refused.json().title]).toEqual([409, "widget.noConsole"]);
});

test("an event that the client does not have is 404", async () => {
  const stranger = await fixture.app.build.client();
  for (const path of [`/clients/${stranger.id}/events/${fixture.eventId}`, `/clients/${fixture.clientId}/events/1`]) {
    const list = await operate(`GET ${path}/widgets`);
    expect([list.statusCode, list.json().title]).toEqual([404, "event.unknown"]);
    expect((await operate(`POST ${path}/widgets`, { kind: "related-content" })).statusCode).toBe(404);
  }
});

test("removing a widget takes its content away, keeps the figures, and the operations say it is gone", async () => {
  const form = { ...link, matchname: "Related Content 1" };
  await fixture.call("POST", "relatedcontent", { form });
  await fixture.call("POST", "relatedcontent", { form });
  expect(await available()).toBe(2);
  const { id } = await fixture.widgetOf("related-content");
  expect((await operate(`DELETE ${base}/widgets/${id}`)).statusCode).toBe(204);
  expect(await available()).toBe(0);
  expect((await fixture.call("POST", "relatedcontent", { form })).statusCode).toBe(404);
  expect(await names()).not.toContain("Related Content 1");
  const { rows } = await fixture.app.database.pool.query(
    "select count(*) filter (where deleted_at is not null) as deleted, count(*) from resources where event_id = $1",
    [fixture.eventId],
  );
  expect(rows).toEqual([{ deleted: 2, count: 2 }]);
  expect((await operate(`DELETE ${base}/widgets/${id}`)).statusCode).toBe(404);
  expect((await operate(`PATCH ${base}/widgets/${id}`, { name: "x" })).statusCode).toBe(404);
});

test("resources, speakers and survey questions are removed one by one", async () => {
  await fixture.call("POST", "relatedcontent", { form: { ...link, matchname: "Related Content 1" } });
  const speaker = JSON.stringify({ name: "Ann", email: "ann@example.com" });
  await fixture.call("POST", "speakerbio", { form: { metadata: speaker } });
  const survey = JSON.stringify({ surveyquestions: [{ questiontype: "singletext", question: "?" }] });
  await fixture.call("POST", "surveyquestions", { form: { metadata: survey } });
  const resourceId = (await fixture.widgetOf("related-content")).resources[0]?.id;
  const speakerId = (await fixture.widgetOf("speaker-bio")).speakers[0]?.id;
  const questionId = (await fixture.widgetOf("survey")).questions[0]?.id;
  const paths = [`resources/${resourceId}`, `speakers/${speakerId}`, `survey-questions/${questionId}`];
  const other = await fixture.app.build.event(fixture.clientId);
  const stranger = await fixture.app.build.client();
  for (const path of paths) {
    for (const place of [
      `/clients/${fixture.clientId}/events/${other.id}`,
      `/clients/${stranger.id}/events/${fixture.eventId}`,
    ])
      expect((await operate(`DELETE ${place}/${path}`)).statusCode).toBe(404);
    expect((await operate(`DELETE ${base}/${path}`)).statusCode).toBe(204);
    expect((await operate(`DELETE ${base}/${path}`)).statusCode).toBe(404);
  }
  const widgets = await listConsole(fixture.app.database.db, fixture.clientId, fixture.eventId);
  expect(widgets.flatMap(({ resources, speakers, questions }) => [...resources, ...speakers, ...questions])).toEqual(
    [],
  );
  expect(await available()).toBe(0);
  const { rows } = await fixture.app.database.pool.query(
    "select kind from changes where event_id = $1 and actor = 'operator' and kind <> 'event.created' order by id",
    [fixture.eventId],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(["resource.deleted", "speaker.deleted", "survey.updated"]);
});
