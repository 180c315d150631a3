import { inspect } from "node:util";
import { wordings } from "@lectern/contract/refusals";
import { expect, test } from "vitest";
import { type Reply, startScript } from "../test/scripted-server.ts";
import { errorOf, LecternError } from "./errors.ts";
import { createLectern } from "./lectern.ts";

const key = "0123456789ABCDEF0123456789ABCDEF";
const secret = "0123456789abcdef".repeat(8);

async function failingCall(reply: Reply): Promise<LecternError> {
  const { baseUrl } = await startScript([reply]);
  const lectern = createLectern({ baseUrl, clientId: 1, accessTokenKey: key, accessTokenSecret: secret, retries: 0 });
  return lectern.lookups.languages().then(
    () => expect.fail("the call succeeded"),
    (error: unknown) => error as LecternError,
  );
}

test.each([
  [400, "invalid"],
  [401, "auth"],
  [403, "permission"],
  [404, "notFound"],
  [409, "invalid"],
  [410, "notFound"],
  [412, "invalid"],
  [429, "throttled"],
  [500, "server"],
  [501, "notBuilt"],
  [503, "server"],
] as const)("status %i is of kind %s", async (status, kind) => {
  const error = await failingCall({ status, headers: { "x-request-id": "r-1" }, body: { message: "No." } });
  expect(error).toBeInstanceOf(LecternError);
  expect(error).toMatchObject({
    status,
    kind,
    message: "No.",
    requestId: "r-1",
    operation: "Helpers.RetrieveLanguageCodes",
  });
});

test("every published throttle sentence is told from a missing right", () => {
  const sentences = Object.values(wordings).flatMap((wording) => wording["throttle.exceeded"]?.sentence ?? []);
  expect(sentences.length).toBeGreaterThan(3);
  for (const message of [...sentences, "You have reached the maximum number of calls for this api."]) {
    const error = errorOf({ status: 403, headers: new Headers(), body: { message } }, "x", (text) => text);
    expect(error.kind).toBe("throttled");
  }
});

test.each([
  ["7", 7],
  ["0", 0],
  ["soon", undefined],
])("Retry-After %s is %s seconds", (text, seconds) => {
  const answer = { status: 429, headers: new Headers({ "retry-after": text }), body: undefined };
  expect(errorOf(answer, "x", (sentence) => sentence).retryAfterSeconds).toBe(seconds);
});

test("Retry-After can be a date", () => {
  const headers = new Headers({ "retry-after": new Date(Date.now() + 30_000).toUTCString() });
  const { retryAfterSeconds } = errorOf({ status: 429, headers, body: undefined }, "x", (text) => text);
  expect(retryAfterSeconds).toBeGreaterThan(25);
  expect(retryAfterSeconds).toBeLessThanOrEqual(30);
});

test("an answer that is not JSON says so, good or bad", async () => {
  const page = { headers: { "content-type": "text/html" }, body: "<html>" };
  expect(await failingCall({ status: 200, ...page })).toMatchObject({ kind: "server", message: /base address/ });
  expect(await failingCall({ status: 502, ...page })).toMatchObject({
    kind: "server",
    message: "The server answered 502.",
  });
});

test("a redirect is not followed: the secret stays where it was sent", async () => {
  const { baseUrl, seen } = await startScript([{ body: {} }]);
  const error = await failingCall({ status: 307, headers: { location: `${baseUrl}/v2/elsewhere` } });
  expect(error).toMatchObject({ kind: "server", status: 307 });
  expect(seen).toEqual([]);
});

test("no error shows a secret", async () => {
  const echoed = await failingCall({ status: 401, body: { message: `${key} and ${secret} are wrong.` } });
  const dropped = await failingCall({ instead: "drop" });
  const base = { baseUrl: "http://127.0.0.1:1", clientId: 1 };
  const shouting: typeof fetch = () => Promise.reject(Object.assign(new Error(secret), { headers: { secret } }));
  const own = createLectern({ ...base, accessTokenKey: key, accessTokenSecret: secret, fetch: shouting, retries: 0 });
  const thrown = await own.lookups.languages().catch((error: unknown) => error);
  for (const error of [echoed, dropped, thrown]) {
    const shown = `${inspect(error, { depth: 9, showHidden: true })} ${(error as Error).stack} ${JSON.stringify(error)}`;
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(key);
  }
  const make = (accessTokenSecret: string) => () => createLectern({ ...base, accessTokenKey: key, accessTokenSecret });
  expect(make(`${secret}\n`)).toThrow("accessTokenSecret is empty or has characters that no header can carry.");
  expect(make("")).toThrow("accessTokenSecret is empty");
});
