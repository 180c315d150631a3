import { DateTime } from "luxon";
import type { Db } from "../../../db/database.ts";
import { inTransaction, lock } from "../../../db/transaction.ts";
import type { EventPart } from "../../../feature.ts";
import { createClient } from "../../base/accounts/create-client.ts";
import { createUser } from "../../base/accounts/create-user.ts";
import { type IssuedToken, issueToken } from "../../base/accounts/issue-token.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { createWebinar } from "../../webinars/events/create-event.ts";
import { insertAccountLists } from "./queries.ts";

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

/** Fills an empty installation with a client to try things on; answers nothing when any client exists. */
export async function createFirstDemo(db: Db, eventParts: readonly EventPart[], now: Date): Promise<Demo | undefined> {
  return inTransaction(db, async (tx) => {
    // Two processes that start at once on an empty database must not both make one.
    await lock(tx, "first demo");
    const anybody = await tx.selectFrom("clients").select("id").limit(1).executeTakeFirst();
    return anybody ? undefined : createDemo(tx, eventParts, now, DEMO_CLIENT);
  });
}

/** Creates a demo client with a sub-client, users, contacts, two webinars and a token: all of it or nothing. */
export async function createDemo(db: Db, eventParts: readonly EventPart[], now: Date, id?: number): Promise<Demo> {
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
    const soon = DateTime.fromJSDate(now).plus({ minutes: 30 }).startOf("minute").toJSDate();
    const lastWeek = DateTime.fromJSDate(now).minus({ days: 7 }).startOf("hour").toJSDate();
    const plan = (title: string, startsAt: Date) =>
      createWebinar(tx, eventParts, client.id, { ...webinar, title, startsAt }, author);
    const upcoming = await plan("Getting started with Lectern", soon);
    const ended = await plan("What a webinar is made of", lastWeek);
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

const webinar = {
  type: "webcam",
  languageCode: "en",
  timeZone: "America/Los_Angeles",
  durationMinutes: 60,
  abstract: "A webinar to try Lectern on.",
  campaignCode: "DEMO",
  campaignTags: ["demo"],
};
