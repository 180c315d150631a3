import { type Kysely, sql } from "kysely";
import { DateTime } from "luxon";
import type { Database } from "../../db/types.ts";
import { createClient } from "../accounts/create-client.ts";
import { createUser } from "../accounts/create-user.ts";
import { type IssuedToken, issueToken } from "../accounts/issue-token.ts";
import { findClient } from "../accounts/queries.ts";
import { createEvent } from "../events/create-event.ts";
import { insertAccountLists } from "./queries.ts";

export interface Demo {
  clientId: number;
  subClientId: number;
  /** A webinar about to begin. */
  upcomingEventId: number;
  endedEventId: number;
  token: IssuedToken;
}

const DEMO_CLIENT = 4497;
const author = { actor: "operator", name: "Dana Demo" };

/** Fills an empty installation with a client to try things on; answers nothing when any client exists. */
export async function createFirstDemo(db: Kysely<Database>, now: Date): Promise<Demo | undefined> {
  // Two processes that start at once on an empty database must not both make one.
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtextextended('first demo', 0))`.execute(connection);
    try {
      const { total } = await db
        .selectFrom("clients")
        .select((select) => select.fn.countAll<number>().as("total"))
        .executeTakeFirstOrThrow();
      return total === 0 ? await createDemo(db, now, DEMO_CLIENT) : undefined;
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended('first demo', 0))`.execute(connection);
    }
  });
}

/** Creates a demo client with a sub-client, users, contacts, two webinars and a token. */
export async function createDemo(db: Kysely<Database>, now: Date, id?: number): Promise<Demo> {
  const isFree = id !== undefined && !(await findClient(db, id));
  const client = await createClient(db, { name: "Lectern Demo", ...(isFree && { id }) });
  const subClient = await createClient(db, { name: "Lectern Demo EMEA", parentId: client.id });
  const userName = `demo-${client.id}`;
  await createUser(db, client.id, { userName, name: author.name, email: "dana@example.com", jobTitle: "Producer" });
  await insertAccountLists(db, client.id);
  const soon = DateTime.fromJSDate(now).plus({ minutes: 30 }).startOf("minute").toJSDate();
  const lastWeek = DateTime.fromJSDate(now).minus({ days: 7 }).startOf("hour").toJSDate();
  const upcoming = await createEvent(
    db,
    client.id,
    { ...webinar, title: "Getting started with Lectern", startsAt: soon },
    author,
  );
  const ended = await createEvent(
    db,
    client.id,
    { ...webinar, title: "What a webinar is made of", startsAt: lastWeek },
    author,
  );
  const token = await issueToken(db, client.id, { name: "demo", access: ["all"], userName });
  return {
    clientId: client.id,
    subClientId: subClient.id,
    upcomingEventId: upcoming.id,
    endedEventId: ended.id,
    token,
  };
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
