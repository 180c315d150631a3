import type { Selectable, Transaction } from "kysely";
import { DateTime } from "luxon";
import type { Db } from "../../../db/database.ts";
import { inTransaction, lock } from "../../../db/transaction.ts";
import type { Database, Events } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { EventPart } from "../../../feature.ts";
import { createClient } from "../../base/accounts/create-client.ts";
import { createUser } from "../../base/accounts/create-user.ts";
import { type IssuedToken, issueToken } from "../../base/accounts/issue-token.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { createWebinar } from "../../webinars/events/create-event.ts";
import { fillWebinar } from "./audience/fill-webinar.ts";
import { hasPeopleNearby, insertAccountLists, listTagIds } from "./queries.ts";

export interface Demo {
  clientId: number;
  subClientId: number;
  /** Who owns the webinars; has no password yet. */
  userId: number;
  /** A webinar about to begin. */
  upcomingEventId: number;
  /** Its registration page, below the public address. */
  audienceAddress: string;
  endedEventId: number;
  token: IssuedToken;
}

const DEMO_CLIENT = 4497;
const author = { actor: "operator", name: "Dana Demo" };

/**
 * Fills an empty installation with a client to try things on; answers nothing when any client exists.
 *
 * @param ready what must have come about before any of it is kept.
 */
export async function createFirstDemo(
  db: Db,
  eventParts: readonly EventPart[],
  now: Date,
  ready: Promise<void>,
): Promise<Demo | undefined> {
  return inTransaction(db, async (tx) => {
    // Two processes that start at once on an empty database must not both make one.
    await lock(tx, "first demo");
    const anybody = await tx.selectFrom("clients").select("id").limit(1).executeTakeFirst();
    const demo = anybody ? undefined : await createDemo(tx, eventParts, now, { id: DEMO_CLIENT, hasAudience: true });
    await ready;
    return demo;
  });
}

interface DemoChoices {
  readonly id?: number;
  /** Whether the ended webinar had people in it. */
  readonly hasAudience?: boolean;
}

/** Creates a demo client with a sub-client, users, contacts, two webinars and a token: all of it or nothing. */
export async function createDemo(
  db: Db,
  eventParts: readonly EventPart[],
  now: Date,
  { id, hasAudience = false }: DemoChoices = {},
): Promise<Demo> {
  return inTransaction(db, async (tx) => {
    const client = await createClient(tx, { name: "Lectern Demo", ...(id !== undefined && { id }) });
    const subClient = await createClient(tx, { name: "Lectern Demo EMEA", parentId: client.id });
    const userName = `demo-${client.id}`;
    const user = await createUser(tx, client.id, {
      userName,
      name: author.name,
      email: "dana@example.com",
      jobTitle: "Producer",
    });
    await insertAccountLists(tx, client.id);
    const startsAt = DateTime.fromJSDate(now).plus({ minutes: 30 }).startOf("minute").toJSDate();
    const title = "Getting started with Lectern";
    const upcoming = await createWebinar(tx, eventParts, client.id, { ...webinar, title, startsAt }, author);
    const ended = await createEndedWebinar(tx, eventParts, client.id, { now, hasAudience });
    const token = await issueToken(tx, client.id, { name: "demo", access: ["all"], userName });
    return {
      clientId: client.id,
      subClientId: subClient.id,
      userId: user.id,
      upcomingEventId: upcoming.id,
      audienceAddress: eventAddresses(upcoming, "").audience,
      endedEventId: ended.id,
      token,
    };
  });
}

/**
 * Adds an ended webinar with an audience to an account that nobody has come to yet, nor to those above and below it: so nobody
 * finds people of the demo among their own. Answers the event's id.
 */
export async function addDemoWebinar(
  db: Db,
  eventParts: readonly EventPart[],
  now: Date,
  clientId: number,
): Promise<number> {
  return inTransaction(db, async (tx) => {
    if (await hasPeopleNearby(tx, clientId)) fail("demo.hasPeople", { clientId });
    return (await createEndedWebinar(tx, eventParts, clientId, { now, hasAudience: true })).id;
  });
}

/** Marked as a test, as everybody who reads events knows it. */
async function createEndedWebinar(
  tx: Transaction<Database>,
  eventParts: readonly EventPart[],
  clientId: number,
  { now, hasAudience }: { now: Date; hasAudience: boolean },
): Promise<Selectable<Events>> {
  const startsAt = DateTime.fromJSDate(now).minus({ days: 7 }).startOf("hour").toJSDate();
  const accountTagIds = await listTagIds(tx, clientId);
  const event = { ...webinar, title: "What a webinar is made of", startsAt, isTest: true, accountTagIds };
  const ended = await createWebinar(tx, eventParts, clientId, event, author);
  if (hasAudience) await fillWebinar(tx, { clientId, eventId: ended.id, actor: author.actor, startsAt });
  return ended;
}

const webinar = {
  type: "webcam",
  languageCode: "en",
  countryCode: "US",
  timeZone: "America/Los_Angeles",
  durationMinutes: 60,
  abstract: "A webinar to try Lectern on.",
  promotionalSummary: "An hour that shows what there is.",
  campaignCode: "DEMO",
  campaignTags: ["demo"],
};
