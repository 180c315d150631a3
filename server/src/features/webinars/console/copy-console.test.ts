import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { oddText as odd, withConsole } from "../../../../test/console-fixture.ts";
import type { Database } from "../../../db/types.ts";
import { copyConsole } from "./copy-console.ts";
import { type ListedWidget, listConsole } from "./list-console.ts";

const fixture = await withConsole();
beforeEach(() => fixture.renew());

/** A console with much in it, written by the product's own operations where they take it. */
async function fill({ resources, speakers, questions }: Record<"resources" | "speakers" | "questions", number>) {
  const { eventId, clientId, app } = fixture;
  const related = await fixture.widgetOf("related-content");
  const file = { name: "a.pdf", content: "%PDF-1.7\n" };
  await fixture.call("POST", "relatedcontent", {
    form: { matchname: related.name, name: odd, type: "Resource" },
    file,
  });
  await app.database.pool.query(
    `insert into resources (client_id, event_id, widget_id, position, name, url)
     select $1, $2, $3, n, 'resource ' || n, 'https://example.com/' || n from generate_series(2, $4::int) n`,
    [clientId, eventId, related.id, resources],
  );
  await app.database.pool.query("update event_totals set resources_available = $2 where event_id = $1", [
    eventId,
    resources,
  ]);
  const png = { name: "me.png", content: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") };
  for (let n = 1; n <= speakers; n++)
    await fixture.call("POST", "speakerbio", {
      form: { metadata: JSON.stringify({ name: `Speaker ${n}`, email: "s@example.com", description: odd }) },
      ...(n === 1 && { file: png }),
    });
  const question = (_: unknown, n: number) => ({
    questiontype: "singleoption",
    question: `${n} ${odd}`,
    surveyanswers: ["a", odd, "c"],
  });
  const surveyquestions = Array.from({ length: questions }, question);
  await fixture.call("POST", "surveyquestions", { form: { metadata: JSON.stringify({ surveyquestions }) } });
  await fixture.call("POST", "textwithbanner", {
    form: { metadata: JSON.stringify({ type: "text", matchname: "Text With Banner 1", content: odd }) },
  });
}

/** Two consoles are the same but for their ids. */
function withoutIds(widgets: ListedWidget[]) {
  return JSON.parse(JSON.stringify(widgets, (key, value) => (key === "id" ? undefined : value)));
}

test("a copy of an event has its console with 100 resources, 20 speakers and a survey; files are shared", async () => {
  await fill({ resources: 100, speakers: 20, questions: 30 });
  const { app, clientId, token, eventId } = fixture;
  const answer = await app.call(token, `POST /client/${clientId}/event?eventsource=${eventId}`, {
    form: { liveStart: "2028-01-01T09:00:00", liveDuration: "30" },
  });
  const copyId = answer.json().wccevent.eventId;
  const original = await listConsole(app.database.db, clientId, eventId);
  const copied = await listConsole(app.database.db, clientId, copyId);
  expect(withoutIds(copied)).toEqual(withoutIds(original));
  const count = (widgets: ListedWidget[], what: "resources" | "speakers" | "questions") =>
    widgets.reduce((sum, widget) => sum + widget[what].length, 0);
  expect([count(copied, "resources"), count(copied, "speakers"), count(copied, "questions")]).toEqual([100, 20, 30]);
  const ids = (widgets: ListedWidget[]) => JSON.stringify(widgets).match(/"id":\d+/g) ?? [];
  expect(new Set([...ids(original), ...ids(copied)]).size).toBe(ids(original).length * 2);
  const { rows } = await app.database.pool.query(
    "select event_id, resources_available from event_totals where event_id in ($1, $2) order by event_id",
    [eventId, copyId],
  );
  expect(rows.map((row) => row.resources_available)).toEqual([100, 100]);
});

test("what was deleted is not copied, and the copy goes its own way", async () => {
  await fill({ resources: 3, speakers: 2, questions: 2 });
  const { app, clientId, eventId } = fixture;
  const { pool, db } = app.database;
  await pool.query("update resources set deleted_at = now() where event_id = $1 and position = 2", [eventId]);
  await pool.query("update survey_questions set deleted_at = now() where event_id = $1 and position = 1", [eventId]);
  await fixture.removeWidgets("speaker-bio");
  const copy = await app.build.event(clientId);
  await pool.query("delete from widgets where event_id = $1", [copy.id]);
  await copyConsole(db, clientId, eventId, copy.id);
  const copied = await listConsole(db, clientId, copy.id);
  expect(copied.map(({ kind }) => kind)).not.toContain("speaker-bio");
  expect(copied.flatMap(({ resources }) => resources).map(({ name }) => name)).toEqual([odd, "resource 3"]);
  expect(copied.flatMap(({ questions }) => questions)).toHaveLength(1);
  await pool.query("update resources set name = 'changed' where event_id = $1", [eventId]);
  expect(await listConsole(db, clientId, copy.id)).toEqual(copied);
});

test("copying takes the same statements however much there is", async () => {
  const { app, clientId } = fixture;
  let statements = 0;
  const counted = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: app.database.pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: () => void statements++,
  });
  const copy = async () => {
    const { id } = await app.build.event(clientId);
    statements = 0;
    await copyConsole(counted, clientId, fixture.eventId, id);
    return statements;
  };
  const ofFew = await copy();
  await fill({ resources: 50, speakers: 5, questions: 20 });
  expect([ofFew, await copy()]).toEqual([5, 5]);
});

test("another client's console is not copied", async () => {
  await fill({ resources: 3, speakers: 1, questions: 1 });
  const { app } = fixture;
  const stranger = await app.build.client();
  const copy = await app.build.event(stranger.id);
  const before = await listConsole(app.database.db, stranger.id, copy.id);
  await copyConsole(app.database.db, stranger.id, fixture.eventId, copy.id);
  expect(await listConsole(app.database.db, stranger.id, copy.id)).toEqual(before);
  expect(await listConsole(app.database.db, stranger.id, fixture.eventId)).toEqual([]);
});
