import { afterAll, expect, test } from "vitest";
import { cloneTemplate } from "../../../../test/test-database.ts";
import { connect } from "../../../db/database.ts";
import { listMigrationNames, migrate } from "../../../db/migrate.ts";

const database = connect(await cloneTemplate(), { poolSize: 2 });
afterAll(() => database.close());

test("questions that stood in widgets become polls in their order, and the widgets stay empty", async () => {
  const { db, pool } = database;
  await pool.query("drop schema public cascade; create schema public");
  const names = await listMigrationNames();
  await migrate(db, undefined, names.slice(0, names.indexOf("0181_polls")));
  const question = (text: string, type: string, answers: string[], more = {}) => ({
    ...{ question: text, type, answers },
    ...more,
  });
  const [first, second, gone] = [
    [
      question("Colour?", "singleoption", ["Red", "Blue"], { isResultShown: true }),
      question("Why?", "singletext", [""]),
    ],
    [question("Which?", "multioption", ["a", "b", "c"])],
    [question("Old?", "singleoption", ["x"])],
  ].map((questions) => JSON.stringify({ questions }));
  await pool.query(`
    insert into clients (id, path, name) values (1, '{1}', 'Acme');
    insert into events (client_id, id, title, type, content_type, language_code, time_zone, starts_at, duration_minutes,
        live_starts_at, live_ends_at, archive_starts_at, archive_ends_at, audience_key, staff_key)
      values (1, 10, 'Machines', 'webcam', 'webcam', 'en', 'UTC', now(), 60, now(), now(), now(), now(), 'a', 's')`);
  const widget = `insert into widgets (client_id, event_id, kind, name, position, area, is_open, content, deleted_at)
    values (1, 10, $1, $2, $3, 'side', true, $4, $5)`;
  const widgets: unknown[][] = [
    ["poll", "Poll 2", 5, second, null],
    ["poll", "Poll 1", 2, first, null],
    ["poll", "Poll 3", 7, gone, new Date()],
    ["poll", "Poll 4", 8, "{}", null],
    ["qa", "Q&A", 1, '{"introduction": "Ask"}', null],
  ];
  for (const values of widgets) await pool.query(widget, values);
  await migrate(db);
  const { rows } = await pool.query(
    `select p.event_id, p.position, p.is_result_shown, p.deleted_at is not null as is_deleted, q.type, q.question,
      array(select o.position || ' ' || o.answer from poll_options o where o.question_id = q.id order by o.position) as options
     from polls p join poll_questions q on q.poll_id = p.id order by p.position`,
  );
  const of10 = { event_id: 10, is_result_shown: false, is_deleted: false };
  expect(rows).toEqual([
    {
      ...of10,
      position: 1,
      is_result_shown: true,
      type: "singleoption",
      question: "Colour?",
      options: ["1 Red", "2 Blue"],
    },
    { ...of10, position: 2, type: "singletext", question: "Why?", options: [] },
    { ...of10, position: 3, type: "multioption", question: "Which?", options: ["1 a", "2 b", "3 c"] },
    { ...of10, position: 4, is_deleted: true, type: "singleoption", question: "Old?", options: ["1 x"] },
  ]);
  const kept = await pool.query("select kind, content from widgets order by position");
  expect(kept.rows.map(({ kind, content }) => [kind, JSON.stringify(content)])).toEqual([
    ["qa", '{"introduction":"Ask"}'],
    ...Array.from({ length: 4 }, () => ["poll", "{}"]),
  ]);
});
