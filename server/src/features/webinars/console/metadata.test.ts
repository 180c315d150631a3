import fc from "fast-check";
import { expect, test } from "vitest";
import { withConsole } from "../../../../test/console-fixture.ts";

const fixture = await withConsole();
await fixture.renew();

const keys = fc.constantFrom(
  ...["name", "email", "twitter", "title", "type", "matchname", "content", "column1", "column2", "surveyquestions"],
  ...["questiontype", "required", "question", "surveyanswers", "__proto__", "constructor", "length", "toString"],
);
const scalars = fc.constantFrom(
  ...["text", "table", "Text With Banner 1", "singletext", "multioption", "Y", "a@example.com", "https://x", ""],
  ...["\0", "\ud800", "💥", 0, -1, 1e308, true, null],
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalars,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(keys, tie("value")), { maxLength: 5 }).map(Object.fromEntries),
  ),
}));

test.each(["speakerbio", "surveyquestions", "textwithbanner"])(
  "%s survives whatever metadata holds",
  async (operation) => {
    await fc.assert(
      fc.asyncProperty(value, fc.boolean(), async (metadata, isBody) => {
        const text = JSON.stringify(metadata);
        const answer = isBody
          ? await fixture.call("POST", operation, {
              form: JSON.stringify({ metadata, ...(typeof metadata === "object" && metadata) }),
              headers: { "content-type": "application/json" },
            })
          : await fixture.call("POST", operation, { form: { metadata: text } });
        expect([200, 400, 404]).toContain(answer.statusCode);
        expect(answer.body).not.toMatch(/:null\b/);
      }),
      { numRuns: 200 },
    );
  },
);

test("deeply nested metadata is refused like any other", async () => {
  const metadata = "[".repeat(100_000) + "]".repeat(100_000);
  const answer = await fixture.call("POST", "surveyquestions", { form: { metadata }, file: { name: "", content: "" } });
  expect([answer.statusCode, answer.json()]).toEqual([400, { message: "Invalid metadata." }]);
});
