import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { type Example, exampleFolder } from "@lectern/contract/examples";
import { type OperationId, operations } from "@lectern/contract/operations";
import { beforeAll, expect, test } from "vitest";
import { registrantFields } from "../src/features/admission/registration/form/fields.ts";
import { insertAccountLists } from "../src/features/staff/demo/queries.ts";
import type { TestToken } from "./builders.ts";
import { buildHubExample } from "./example-hub.ts";
import { afterTheRoom, buildRoomExample } from "./example-room.ts";
import { withApp } from "./harness.ts";
import { makePptx } from "./media-fixture.ts";

// Every built operation answers in the shape of its example in contract/examples, which the reference shows too.
// UPDATE_EXAMPLES=1 writes the examples anew from real answers.

const names = readdirSync(exampleFolder).map((name) => name.replace(/\.json$/, "") as OperationId);

const app = await withApp({
  publicUrl: "https://webinars.example.com",
  mailFrom: "do_not_reply@webinars.example.com",
});
let token: TestToken;
let ids: Record<string, string>;
/** For the one operation after which there is no event. */
let doomedEventId: number;
/** Of a sub-client, for operations after which nobody is known any more. */
let forgettingIds: Record<"person" | "event" | "client", Record<string, string>>;

beforeAll(async () => {
  const client = await app.build.client({ id: 4497, name: "Acme" });
  const child = await app.build.client({ id: 4498, name: "Acme EMEA", parentId: client.id });
  await app.build.client({ id: 4499, name: "Acme France", parentId: child.id });
  await app.build.user(client.id, {
    userName: "dana",
    name: "Dana Demo",
    email: "dana@acme.com",
    jobTitle: "Producer",
  });
  await app.database.db.updateTable("users").set({ lastLoginAt: new Date() }).execute();
  await insertAccountLists(app.database.db, client.id);
  const { db } = app.database;
  await db.updateTable("contacts").set({ secondaryPhone: "415-555-0199" }).execute();
  token = await app.build.token(client.id);
  const profile = await db.selectFrom("eventProfiles").select("id").executeTakeFirstOrThrow();
  const tag = await db.selectFrom("accountTags").select("id").orderBy("id").executeTakeFirstOrThrow();
  const event = await app.build.event(client.id, {
    title: "Getting started",
    abstract: "What a webinar is made of.",
    promotionalSummary: "Thirty minutes that save you hours.",
    languageCode: "zh",
    countryCode: "TW",
    isHybrid: true,
    venue: "Moscone",
    address: "747 Howard St",
    campaignCode: "CMP-001",
    campaignTags: ["getting-started"],
    accountTagIds: [tag.id],
  });
  await app.build.changeEvent(event.id, {
    eventProfileId: profile.id,
    createdBy: "Dana Demo",
    funnelStages: ["Awareness"],
  });
  ids = { clientId: "4497", eventId: String(event.id), email: "gina@acme.com", tagId: String(tag.id) };
  doomedEventId = (await app.build.event(client.id)).id;
  await db
    .updateTable("eventEmails")
    .set({ timing: "custom", customAt: new Date("2027-10-31T18:45:00-07:00") })
    .where("kind", "=", "reminder-1")
    .execute();
  const reminder = await db
    .selectFrom("eventEmails")
    .select("id")
    .where("kind", "=", "reminder-1")
    .executeTakeFirstOrThrow();
  ids.emailId = String(reminder.id);
  const mailTotals = { sent: 480, bounced: 12, opened: 216, clicked: 96 };
  await db
    .insertInto("eventMailTotals")
    .values({ clientId: client.id, eventId: event.id, kind: "confirmation", ...mailTotals })
    .execute();
  const metadata =
    '{"name":"Ada Brown","title":"Engineer","company":"Acme","email":"ada@acme.com","description":"Speaks."}';
  await send({ request: "POST /client/{clientId}/event/{eventId}/speakerbio", form: { metadata } });
  const registered = await send({ request: "POST /client/{clientId}/event/{eventId}/registrant", form: everyField() });
  expect(registered.statusCode).toBe(200);
  const slides = { request: "POST /client/{clientId}/event/{eventId}/slides", file: { name: "myPresentation.pptx" } };
  expect((await send(slides)).statusCode).toBe(200);
  await db.updateTable("slideDecks").set({ state: "ready" }).execute();
  const seen = { ipAddress: "203.0.113.9", browser: "firefox", os: "linux", isBlocked: true };
  await db.updateTable("registrants").set(seen).execute();
  forgettingIds = {
    person: await somebodyRegistered(client.id, "ida@acme.com"),
    event: await somebodyRegistered(client.id, "kim@acme.com"),
    client: await somebodyRegistered(4499, "jo@acme.com"),
  };
  Object.assign(ids, await buildHubExample(app, client.id, event.id));
  await buildRoomExample(app, { clientId: client.id, eventId: event.id });
});

/** A new event with a person in it. */
async function somebodyRegistered(clientId: number, email: string): Promise<Record<string, string>> {
  const event = await app.build.event(clientId);
  const own = { clientId: String(clientId), eventId: String(event.id) };
  const form = { email, firstname: "Ida", lastname: "Jo", company: "Acme" };
  const registered = await send({ request: "POST /client/{clientId}/event/{eventId}/registrant", form }, own);
  expect(registered.statusCode).toBe(200);
  return own;
}

/** A person with something in every field. */
function everyField(): Record<string, string> {
  const fields = Object.fromEntries(registrantFields.map(({ wireName, caption }) => [wireName, caption]));
  const special = {
    email: "gina@acme.com",
    country: "France",
    workphone: "4155550101",
    homephone: "5550101",
    marketingemail: "Y",
    eventemail: "N",
    attendeetype: "Virtual",
    sourceeventid: "1000001",
  };
  return { ...fields, ...special };
}

async function send({ request, form, file }: Pick<Example, "request" | "form" | "file">, own: typeof ids = {}) {
  const filled = request.replace(/\{(\w+)\}/g, (_, name: string) => own[name] ?? ids[name] ?? "");
  const filledForm =
    form &&
    Object.fromEntries(Object.entries(form).map(([name, text]) => [name, text.replace("{tagId}", ids.tagId ?? "")]));
  const upload = file && { file: { name: file.name, content: await makeUpload(file.name) } };
  return app.call(token, filled, { ...(filledForm && { form: filledForm }), ...upload });
}

/** Something real of the type that the name tells. */
async function makeUpload(name: string): Promise<Buffer> {
  if (name.endsWith(".pptx")) return makePptx("Getting started");
  if (name.endsWith(".mp4")) return Buffer.from("\0\0\0\x18ftypisom\0\0\x02\0isomiso2", "latin1");
  if (name.endsWith(".pdf")) return Buffer.from("%PDF-1.7\n%%EOF\n");
  throw new Error(`no upload is made for ${name}`);
}

test("every built operation has an example, and no example is left over", () => {
  expect([...names].sort()).toEqual([...app.app.built].sort());
});

test.each(names)("%s", async (name) => {
  const file = new URL(`${name}.json`, exampleFolder);
  const example = JSON.parse(readFileSync(file, "utf8")) as Example;
  const operation = operations.find(({ id }) => id === name);
  expect(example.request.split("?")[0]).toBe(`${operation?.method} ${operation?.path}`);
  // The accounts of the last 90 days are those of the room.
  if (name === "AnalyticsClientLevel.EngagedAccounts") app.clock.now = afterTheRoom;
  else delete app.clock.now;
  const answer = await send(example, ownIds(name));
  expect(answer.statusCode).toBe(200);
  if (process.env.UPDATE_EXAMPLES)
    writeFileSync(file, `${JSON.stringify({ ...example, answer: shortened(answer.json()) }, null, 2)}\n`);
  else expect(shapeOf(answer.json())).toEqual(shapeOf(example.answer));
});

/** The events of the few operations that are not about the webinar. */
function ownIds(name: OperationId): typeof ids {
  if (name === "EventManagement.DeleteWebinar") return { eventId: String(doomedEventId) };
  if (name === "AnalyticsEventLevel.EngagementHubContentActivity") return { eventId: ids.gatewayId ?? "" };
  if (name === "Registration.ForgetRegistrantClientlevel") return forgettingIds.person;
  if (name === "Registration.ForgetAllRegistrantEventlevel") return forgettingIds.event;
  if (name === "Registration.ForgetAllRegistrantClientlevel") return forgettingIds.client;
  return {};
}

/** Types by key; an array is what its items are together. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [value.map(shapeOf).reduce(merged, undefined)];
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]));
}

function merged(one: unknown, other: unknown): unknown {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one ?? other;
  if (Array.isArray(one) && Array.isArray(other)) return [merged(one[0], other[0])];
  const both = { ...one, ...other } as Record<string, unknown>;
  for (const key of Object.keys(one)) both[key] = merged((one as Record<string, unknown>)[key], both[key]);
  return both;
}

/** Long lists of the same are cut for the reader: the first two, and what adds to their shape. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept: unknown[] = [];
    for (const item of value)
      if (kept.length < 2 || JSON.stringify(shapeOf([...kept, item])) !== JSON.stringify(shapeOf(kept)))
        kept.push(item);
    return kept.map(shortened);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortened(item)]));
}
