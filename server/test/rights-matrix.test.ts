import { describe, expect, test } from "vitest";
import { permissions } from "../src/features/base/accounts/permissions.ts";
import { rightsOf } from "../src/features/base/accounts/rights-of.ts";
import { type Right, rights } from "../src/http/web/rights.ts";
import { withApp } from "./harness.ts";
import { createStaffBrowser, PASSWORD } from "./staff-browser.ts";
import { listWebOperations } from "./web-operation-list.ts";

// Who is signed in may call which operation of our own API where: every operation that the document has, by users with each
// permission, with all and with none, of the client, of the one above, of one below and of another; and by nobody.

const app = await withApp();
const above = (await app.build.client()).id;
const clientId = (await app.build.client({ parentId: above })).id;
const below = (await app.build.client({ parentId: clientId })).id;
const elsewhere = (await app.build.client()).id;
const eventId = (await app.build.event(clientId)).id;
const operations = listWebOperations(app);

/** Of what belongs to no client. */
const operatorsOnly: readonly Right[] = ["installation.manage", "bounces.report"];

async function signIn(ofClient: number, held: readonly string[]) {
  const { userName } = await app.build.user(ofClient, { password: PASSWORD, permissions: held });
  const browser = createStaffBrowser(app);
  await browser.signIn(userName);
  return [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

const everything = [...permissions];
const single: { held: readonly string[]; cookie: string }[] = [];
for (const one of permissions) single.push({ held: [one], cookie: await signIn(clientId, [one]) });
const all = await signIn(clientId, everything);
const none = await signIn(clientId, []);
const manager = await signIn(above, everything);
const child = await signIn(below, everything);
const stranger = await signIn(elsewhere, everything);

type Operation = (typeof operations)[number];

/** The answer to a call without body or parameters that say anything: refused, or let in to be told what is missing. */
async function call({ method, path }: Operation, cookie: string, headers: Record<string, string> = {}) {
  const known: Record<string, number> = { clientId, eventId };
  const answer = await app.app.server.inject({
    method,
    url: path.replace(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? 1)),
    headers: { host: "lectern.test", "sec-fetch-site": "same-origin", cookie, ...headers },
  });
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  const code = answer.statusCode >= 400 ? String(answer.json().title) : undefined;
  return { status: answer.statusCode, code };
}

const refused = { status: 403, code: "caller.noRight" };
const isRefused = ({ code }: { code: string | undefined }) =>
  ["caller.noRight", "caller.unknown", "client.unknown", "visit.foreign"].includes(code ?? "");

test("every right is somebody's: a permission opens it, all of them together do, or it is the operator's alone", () => {
  const held = new Set([...rightsOf(everything), ...operatorsOnly]);
  expect(Object.keys(rights).filter((right) => !held.has(right as Right))).toEqual([]);
  for (const right of operatorsOnly) expect(rightsOf(everything).has(right)).toBe(false);
  expect(rightsOf([])).toEqual(new Set());
  expect(rightsOf(["no such permission"])).toEqual(new Set());
});

test("there are operations to try", () => {
  expect(operations.length).toBeGreaterThan(100);
});

describe.each(operations.map((operation) => [operation.id, operation] as const))("%s", (_id, operation) => {
  const right = operation.right as Right;
  const isOfClient = operation.path.includes("{clientId}");

  test("takes a right that there is, and belongs to a client unless it is the operator's", () => {
    expect(Object.keys(rights)).toContain(right);
    expect(isOfClient || operatorsOnly.includes(right)).toBe(true);
  });

  test("is for nobody who is signed out, nor for other sites' pages", async () => {
    const signedOut = { status: 401, code: "caller.unknown" };
    for (const cookie of ["", `lectern_session=${"a".repeat(43)}`])
      expect(await call(operation, cookie)).toEqual(signedOut);
    for (const site of ["cross-site", "same-site"])
      expect(await call(operation, all, { "sec-fetch-site": site })).toEqual({ status: 403, code: "visit.foreign" });
    if (operation.method !== "GET")
      expect(await call(operation, all, { "sec-fetch-site": "none" })).toEqual({ status: 403, code: "visit.foreign" });
  });

  test("is refused without its right, and only then", async () => {
    const callers = [{ held: [], cookie: none }, ...single, { held: everything, cookie: all }];
    for (const { held, cookie } of callers) {
      const answer = await call(operation, cookie);
      if (isOfClient && rightsOf(held).has(right)) expect([held, isRefused(answer)]).toEqual([held, false]);
      else expect([held, answer]).toEqual([held, refused]);
    }
  });
});

const ofClients = operations.filter(({ path }) => path.includes("{clientId}"));

test.each(ofClients.map((operation) => [operation.id, operation] as const))(
  "%s reaches down from the client above, and neither up nor across",
  async (_id, operation) => {
    const unknown = { status: 404, code: "client.unknown" };
    const down = await call(operation, manager);
    expect(isRefused(down)).toBe(operatorsOnly.includes(operation.right as Right));
    for (const cookie of [child, stranger]) expect(await call(operation, cookie)).toEqual(unknown);
  },
);
