import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { type Reply, startScript } from "../test/scripted-server.ts";
import { routes } from "./generated/openapi.ts";
import { createLectern, type Lectern, type LecternOptions } from "./lectern.ts";

const token = { accessTokenKey: "KEY", accessTokenSecret: "secret" };
const throttled: Reply = {
  status: 403,
  headers: { "retry-after": "0" },
  body: { message: "You have reached the maximum number of calls for this api." },
};
const person = { email: "john@acme.com", firstname: "John" };

async function start(replies: Reply[], options: Partial<LecternOptions> = {}) {
  const { baseUrl, seen } = await startScript(replies);
  return { seen, lectern: createLectern({ baseUrl, clientId: 4497, ...token, ...options }) };
}

/** Where nobody listens: the port was free a moment ago. */
async function freeAddress(): Promise<string> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return `http://127.0.0.1:${port}`;
}

const urlsOf = (seen: { url: string }[]) => seen.map(({ url }) => url);

test("sends the token, and asks for JSON", async () => {
  const { lectern, seen } = await start([{ body: { languagecodes: [{ label: "English", languagecd: "en" }] } }]);
  expect(await lectern.lookups.languages()).toEqual([{ label: "English", languagecd: "en" }]);
  expect(seen[0]).toMatchObject({
    method: "GET",
    url: "/v2/client/4497/languages",
    headers: { accesstokenkey: "KEY", accesstokensecret: "secret", accept: "application/json" },
  });
});

test.each(["", "/", "/v2", "/v2/", "/wcc/api/v2"])("takes a base address that ends in '%s'", async (ending) => {
  const { baseUrl, seen } = await startScript([{ body: { languagecodes: [] } }]);
  await createLectern({ baseUrl: `${baseUrl}${ending}`, clientId: 1, ...token }).lookups.languages();
  expect(urlsOf(seen)).toEqual([`${ending.startsWith("/wcc") ? "/wcc/api" : ""}/v2/client/1/languages`]);
});

test.each(["", "localhost:8024", "ftp://a.b", "http://user:pass@a.b"])("refuses the base address '%s'", (baseUrl) => {
  expect(() => createLectern({ baseUrl, ...token })).toThrow(/^baseUrl must (be an http|not hold)/);
});

test("a call can name another client; a call without any is a mistake", async () => {
  const { lectern, seen } = await start([{ body: {} }], { clientId: undefined });
  await lectern.call("AnalyticsClientLevel.SubClients", { clientId: 7 });
  expect(urlsOf(seen)).toEqual(["/v2/client/7"]);
  await expect(lectern.call("AnalyticsClientLevel.SubClients")).rejects.toThrow("needs clientId");
});

test("registers with a form, in the published field names", async () => {
  const { lectern, seen } = await start([{ body: { eventuserid: 5 } }]);
  const registered = await lectern.registrants.register(1000001, person, { honorRequired: false });
  expect(registered.eventuserid).toBe(5);
  expect(seen[0]).toMatchObject({
    method: "POST",
    url: "/v2/client/4497/event/1000001/registrant?honorrequired=N",
    headers: { "content-type": expect.stringContaining("application/x-www-form-urlencoded") },
    body: "email=john%40acme.com&firstname=John",
  });
});

test("waits as a throttling server says, then succeeds: POSTs too", async () => {
  const { lectern, seen } = await start([throttled, { ...throttled, status: 429 }, { body: { eventuserid: 5 } }]);
  await lectern.registrants.register(1, person);
  expect(seen).toHaveLength(3);
});

test("gives up after the retries it was given", async () => {
  const { lectern, seen } = await start([throttled, throttled, throttled], { retries: 1 });
  await expect(lectern.registrants.register(1, person)).rejects.toMatchObject({ kind: "throttled", status: 403 });
  expect(seen).toHaveLength(2);
});

test("repeats a GET after a lost connection and a 503; a POST only on demand", async () => {
  const reading = await start([{ instead: "drop" }, { status: 503 }, { body: { languagecodes: [] } }]);
  expect(await reading.lectern.lookups.languages()).toEqual([]);

  const writing = await start([{ instead: "drop" }, { status: 503 }, { body: { eventuserid: 5 } }]);
  await expect(writing.lectern.registrants.register(1, person)).rejects.toMatchObject({ kind: "network" });
  await expect(writing.lectern.registrants.register(1, person)).rejects.toMatchObject({ status: 503 });

  const optedIn = await start([{ instead: "drop" }, { status: 503 }, { body: { eventuserid: 5 } }]);
  expect(await optedIn.lectern.registrants.register(1, person, { idempotent: true })).toEqual({ eventuserid: 5 });
});

test("a server that is not there is of kind network, with the system's code", async () => {
  const baseUrl = await freeAddress();
  const lectern = createLectern({ baseUrl, clientId: 1, ...token, retries: 0 });
  await expect(lectern.lookups.users()).rejects.toMatchObject({
    kind: "network",
    code: "ECONNREFUSED",
    status: undefined,
  });
});

test("an aborted call ends with the reason given: while it waits for an answer, and between attempts", async () => {
  const hanging = await start([{ instead: "hang" }]);
  const signal = AbortSignal.timeout(50);
  await expect(hanging.lectern.lookups.users({ signal })).rejects.toThrow(/aborted due to timeout/);

  const controller = new AbortController();
  const waiting = await start([{ ...throttled, headers: { "retry-after": "60" } }]);
  const call = waiting.lectern.lookups.users({ signal: controller.signal });
  await expect.poll(() => waiting.seen.length).toBe(1);
  setTimeout(() => controller.abort(new Error("enough")), 50);
  await expect(call).rejects.toThrow("enough");
});

test("request gives every answer as it is, once", async () => {
  const { lectern, seen } = await start([throttled]);
  const answer = await lectern.request("AnalyticsEventLevel.Polls", {
    params: { eventId: "abc" },
    query: { anything: 1 },
    headers: { "x-request-id": "mine" },
  });
  expect(answer).toMatchObject({ status: 403, body: throttled.body });
  expect(answer.headers.get("retry-after")).toBe("0");
  expect(seen[0]).toMatchObject({
    url: "/v2/client/4497/event/abc/poll?anything=1",
    headers: { "x-request-id": "mine" },
  });
});

test("knows every operation of the contract", async () => {
  const { operations } = await import("@lectern/contract/operations");
  const expected = operations.map(({ id, method, path }) => [id, `${method} ${path}`]);
  expect(Object.entries(routes).sort()).toEqual(expected.sort());
});

/** Never run: the compiler is the test. */
export async function typed({ call, registrants }: Lectern) {
  const answer = await call("AnalyticsClientLevel.Events", { query: { startdate: new Date(), includeinactive: true } });
  answer.events[0]?.eventanalytics.totalregistrants.toFixed();
  // @ts-expect-error no such parameter
  await call("AnalyticsClientLevel.Events", { query: { startDay: "2026-01-01" } });
  // @ts-expect-error the event is missing
  await call("AnalyticsEventLevel.MetadataAndUsage");
  // @ts-expect-error no such operation
  await call("AnalyticsEventLevel.Everything");
  // @ts-expect-error `noshow` is a filter of one event's people
  registrants.walk({ noshow: true });
  const { leads } = await call("AnalyticsClientLevel.Leads", { query: { pageoffset: 1 } });
  return leads[0]?.engagementlevel;
}
