import { beforeEach, expect, test } from "vitest";
import { oddText as odd, withConsole } from "../../../../test/console-fixture.ts";

const fixture = await withConsole();
beforeEach(() => fixture.renew());

const say = (content: unknown, type = "text", matchname = "Text With Banner 1") => ({
  form: { metadata: JSON.stringify({ type, matchname, content }) },
});
const table = [
  { column1: "Speaker", column2: odd },
  { column1: "Jared", column2: "" },
];

test("text and table overwrite one another; the banner stays", async () => {
  const banner = { imageUrl: "https://example.com/banner.png" };
  await fixture.app.database.pool.query(
    "update widgets set content = $2 where event_id = $1 and kind = 'text-with-banner'",
    [fixture.eventId, { banner, text: "before" }],
  );
  const asTable = await fixture.call("POST", "textwithbanner", say(table, "table"));
  expect([asTable.statusCode, asTable.body]).toEqual([200, JSON.stringify({ message: "RECEIVED", content: table })]);
  const rows = [
    ["Speaker", odd],
    ["Jared", ""],
  ];
  expect((await fixture.widgetOf("text-with-banner")).content).toEqual({ banner, rows });
  const asText = await fixture.call("POST", "textwithbanner", say(odd));
  expect([asText.statusCode, asText.json()]).toEqual([200, { message: "RECEIVED", content: odd }]);
  expect((await fixture.widgetOf("text-with-banner")).content).toEqual({ banner, text: odd });
});

const columns = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`column${n + 1}`, "x"]));

test.each([
  ["no metadata", { form: {} }],
  ["no JSON", { form: { metadata: "{" } }],
  ["no content", say(undefined)],
  ["an empty content", say("")],
  ["an unknown type", say("x", "html")],
  ["a table as text", say("x", "table")],
  ["a text as table", say(table, "text")],
  ["an empty table", say([], "table")],
  ["a row without columns", say([{}], "table")],
  ["rows of different length", say([table[0], { column1: "x" }], "table")],
  ["columns with gaps", say([{ column1: "a", column3: "b" }], "table")],
  ["columns of other names", say([{ a: "a" }], "table")],
  ["cells that are no texts", say([{ column1: { a: 1 } }], "table")],
  ["too many columns", say([columns(21)], "table")],
  ["too many rows", say(Array(501).fill(columns(1)), "table")],
  ["U+0000", say("a\0b")],
  ["a very long text", say("x".repeat(50_001))],
])("refuses a text with banner with %s", async (_case, options) => {
  await fixture.refused("textwithbanner", options, 400, "Invalid metadata.");
});

test("refuses a text with banner that is not there, or there twice", async () => {
  const message = "The Text With Banner widget doesn't exist.";
  await fixture.refused("textwithbanner", say("x", "text", "TWB_text"), 404, message);
  await fixture.doubleWidget("text-with-banner");
  const several = `More than one Text With Banner 1 for event ${fixture.eventId}`;
  await fixture.refused("textwithbanner", say("x"), 400, several);
  await fixture.removeWidgets("text-with-banner");
  await fixture.refused("textwithbanner", say("x"), 404, message);
});
