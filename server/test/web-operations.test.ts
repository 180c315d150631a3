import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rights } from "../src/http/web/rights.ts";
import { OPERATOR_KEY, withApp } from "./harness.ts";
import { type JsonSchema, shapedBy } from "./shaped-by.ts";
import { listWebOperations, type WebOperation } from "./web-operation-list.ts";

// Every operation of our own API, from the document that the routes produce, so that what nobody has written yet is
// tried too: who may call it, where, and what hostile ids and bodies do.

const app = await withApp();
const clientId = (await app.build.client()).id;
const eventId = (await app.build.event(clientId)).id;
const strangersEventId = (await app.build.event((await app.build.client()).id)).id;
const operations = listWebOperations(app);
const cases = operations.map((operation) => [operation.id, operation] as const);

interface Sent {
  params?: Record<string, string | number>;
  query?: Record<string, string>;
  type?: string;
  payload?: string | Buffer;
  /** The right one unless given. */
  key?: string | undefined;
}

async function send(operation: WebOperation, sent: Sent = {}) {
  const key = "key" in sent ? sent.key : OPERATOR_KEY;
  const known: Record<string, string | number> = { clientId, eventId, ...sent.params };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? 1));
  const answer = await app.app.server.inject({
    method: operation.method,
    url: `${path}?${new URLSearchParams(sent.query)}`,
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(sent.type !== undefined && { "content-type": sent.type }),
    },
    ...(sent.payload !== undefined && { payload: sent.payload }),
  });
  return { status: answer.statusCode, code: answer.statusCode >= 400 ? answer.json().title : undefined, answer };
}

const hostileIds = [
  "1e308",
  "Infinity",
  "9223372036854775808",
  "9223372036854775807",
  "9007199254740992",
  "-1",
  "0",
].concat(["1.5", "NaN", "abc", "%00", "1%20or%201=1", "99999999999999999999", "%F0%9F%92%A5"]);
const spoilers = {
  // 1e999 is how JSON writes what is read as infinite, see `written`.
  integer: [1e308, "1e999", "Infinity", 2 ** 63, 9007199254740992, 2147483648, -1, 0, 0.5, "", null, {}],
  string: ["", "\0", "\ud800", "x".repeat(5000), "'; drop table clients; --", "__proto__", "💥", null, 1, []],
};
const written = (body: unknown) => JSON.stringify(body).replaceAll('"1e999"', "1e999");

/** Every schema within one. */
function* within(schema: JsonSchema): Generator<JsonSchema> {
  yield schema;
  const inner = [schema.items, ...(schema.anyOf ?? []), ...Object.values(schema.properties ?? {})];
  for (const one of inner) if (one) yield* within(one);
}

test("every list that comes in pages goes on by a cursor", () => {
  const paged = operations.filter(({ query }) => ["limit", "cursor", "after", "before"].some((name) => name in query));
  expect(paged.length).toBeGreaterThanOrEqual(7);
  for (const { id, query } of paged)
    expect([id, Object.keys(query)]).toEqual([id, expect.arrayContaining(["limit", "cursor"])]);
});

describe.each(cases)("%s", (_id, operation) => {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");

  test("names a right that there is", () => {
    expect(Object.keys(rights)).toContain(operation.right);
  });

  test("is for callers with a key", async () => {
    expect(await send(operation, { key: undefined })).toMatchObject({ status: 401, code: "caller.unknown" });
    const refusal = { status: 401, code: "operator.wrongKey" };
    for (const key of ["", "x", `${OPERATOR_KEY}x`, OPERATOR_KEY.slice(1)])
      expect(await send(operation, { key })).toMatchObject(refusal);
  });

  test.each(names.filter((name) => name === "clientId"))("tells when %s is unknown", async () => {
    const unknown = { status: 404, code: "client.unknown" };
    expect(await send(operation, { params: { clientId: 99_999_999 } })).toMatchObject(unknown);
  });

  test.each(names.filter((name) => name === "eventId"))("tells when %s is unknown, or another client's", async () => {
    const unknown = { status: 404, code: "event.unknown" };
    for (const absent of [99_999_999, strangersEventId])
      expect(await send(operation, { params: { eventId: absent } })).toMatchObject(unknown);
  });

  test.each(names.filter((name) => name.endsWith("Id")))("takes nothing but an id for %s", async (name) => {
    for (const id of hostileIds) {
      const { status } = await send(operation, { params: { [name]: id } });
      expect([400, 404], id).toContain(status);
    }
  });

  test("takes no number without bounds", () => {
    const taken = [...Object.values(operation.query), ...Object.values(operation.bodies)].flatMap((one) => [
      ...within(one),
    ]);
    for (const { type, minimum, maximum } of taken.filter((one) => one.type === "integer" || one.type === "number"))
      expect([type, minimum, maximum]).toEqual([type, expect.any(Number), expect.any(Number)]);
  });

  test("answers whatever it is sent, and never by a fault", async () => {
    const { method, query, bodies } = operation;
    const json = shapedBy(bodies["application/json"] ?? {}, spoilers).map(written);
    const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array));
    const type = fc.constantFrom("application/json", "text/plain", "", ...Object.keys(bodies));
    const payload = fc.oneof({ arbitrary: json, weight: 4 }, fc.json(), bytes);
    const asked = shapedBy({ type: "object", properties: query }, spoilers) as fc.Arbitrary<Record<string, string>>;
    await fc.assert(
      fc.asyncProperty(asked, type, payload, async (query, type, payload) => {
        const sent = { query, ...(type && { type }), ...(method !== "GET" && { payload }) };
        const { answer } = await send(operation, sent);
        expect(answer.statusCode, answer.body).toBeLessThan(500);
        expect(answer.body).not.toMatch(/node_modules|\.ts:|\bat \w+ \(|syntax error|duplicate key|relation "/i);
      }),
      { numRuns: "application/json" in bodies ? 60 : 5 },
    );
  });
});
