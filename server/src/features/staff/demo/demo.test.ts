import { findExample } from "@lectern/contract/examples";
import { type OperationId, operations } from "@lectern/contract/operations";
import { beforeAll, expect, test } from "vitest";
import { expectFigures } from "../../../../test/audience-books.ts";
import type { TestToken } from "../../../../test/builders.ts";
import { OPERATOR_KEY, withApp } from "../../../../test/harness.ts";
import { demoPeople } from "./audience/people.ts";

const app = await withApp();
const { db } = app.database;
let demo: { clientId: number; endedEventId: number };
let token: TestToken;

beforeAll(async () => {
  demo = (await order("/api/demo?audience=true")).json();
  token = await app.build.token(demo.clientId);
});

function order(url: string) {
  return app.app.server.inject({ method: "POST", url, headers: { authorization: `Bearer ${OPERATOR_KEY}` } });
}

/** Of hubs, of accounts below, of the last minutes. */
const elsewhere: readonly OperationId[] = [
  "AnalyticsEventLevel.EngagementHubContentActivity",
  "AnalyticsClientLevel.SubClients",
  "AnalyticsClientLevel.UserQuestions",
];
const analytics = operations.filter(
  ({ id }) => id.startsWith("Analytics") && !elsewhere.includes(id) && findExample(id),
);

/** What its example shows beside, and why a demo does not. */
const left = {
  sourceeventid: "nobody was brought along from another event",
  isblocked: "nobody is blocked",
  "funnelstages[]": "nothing chooses them yet",
  eventprofile: "comes along with a copy only",
  "emails[].goodafter": "no mail has a time of its own",
  pagecount: "is told to whoever asks for pages",
};

test.each(analytics)("$id answers living shapes: whatever its example shows filled", async ({ id, path }) => {
  const people = path.includes("{email}") ? demoPeople : demoPeople.slice(0, 1);
  const filled = new Set<string>();
  for (const { email } of people) {
    const values: Record<string, unknown> = { clientId: demo.clientId, eventId: demo.endedEventId, email };
    const answer = await app.call(
      token,
      `GET ${path.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))}`,
    );
    for (const place of filledPlaces(answer.statusCode === 200 ? answer.json() : {})) filled.add(place);
  }
  const shown = [...filledPlaces(findExample(id)?.answer)].filter(
    (place) => !Object.keys(left).some((end) => place.endsWith(`.${end}`)),
  );
  expect(shown.filter((place) => !filled.has(place))).toEqual([]);
});

/** Where something stands: ".attendees[].polls[].pollid". */
function filledPlaces(value: unknown, place = ""): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((item) => [...filledPlaces(item, `${place}[]`)]));
  if (typeof value === "object" && value !== null)
    return new Set(Object.entries(value).flatMap(([key, inner]) => [...filledPlaces(inner, `${place}.${key}`)]));
  return new Set(["", null, 0, undefined].includes(value as string) ? [] : [place]);
}

test("every counter is what counting gives", () => expectFigures(db, demo.endedEventId));

test("the webinar is marked as a test, and has forty-odd people in it", async () => {
  const event = (await app.call(token, `GET /client/${demo.clientId}/event/${demo.endedEventId}`)).json();
  expect(event).toMatchObject({ istestevent: true, campaigncode: "DEMO", tags: ["demo"] });
  expect(event.eventanalytics).toMatchObject({ totalregistrants: 48, totalattendees: 42, liveattendees: 40 });
});

test("nobody is owed a mail, when follow-ups are looked for neither", async () => {
  await app.runJob("dispatch-emails");
  const owed = db
    .selectFrom("mails")
    .select("kind")
    .where("eventId", "=", demo.endedEventId)
    .where("state", "!=", "sent");
  expect(await owed.execute()).toEqual([]);
});

test("a demo client has an audience only when it is asked for", async () => {
  const { endedEventId } = (await order("/api/demo")).json();
  expect(await totalsOf(endedEventId)).toMatchObject({ registrants: 0, attendees: 0 });
});

test("an account gets the same webinar, unless people are registered with it or near it", async () => {
  const parent = await app.build.client();
  const { id } = await app.build.client({ parentId: parent.id });
  const added = await order(`/api/clients/${id}/demo-webinar`);
  expect(added.statusCode).toBe(201);
  expect(await totalsOf(added.json().eventId)).toEqual(await totalsOf(demo.endedEventId));
  const refused = await order(`/api/clients/${parent.id}/demo-webinar`);
  expect([refused.statusCode, refused.body]).toEqual([409, expect.stringContaining("take a new client")]);
});

async function totalsOf(eventId: number) {
  const {
    clientId,
    eventId: _,
    lastActivityAt,
    ...figures
  } = await db.selectFrom("eventTotals").selectAll().where("eventId", "=", eventId).executeTakeFirstOrThrow();
  return figures;
}
