import type { AccessName } from "@lectern/contract/operations";
import type { Kysely, Updateable } from "kysely";
import { DateTime } from "luxon";
import { eventParts } from "../src/app.ts";
import type { Clients, Database, Events } from "../src/db/types.ts";
import { createClient, type NewClient } from "../src/features/base/accounts/create-client.ts";
import { createUser, type NewUser } from "../src/features/base/accounts/create-user.ts";
import { issueToken } from "../src/features/base/accounts/issue-token.ts";
import { isWebinar } from "../src/features/base/lookups/event-types.ts";
import { createEvent, createWebinar, type NewEvent } from "../src/features/webinars/events/create-event.ts";

export interface TestToken {
  readonly id: number;
  readonly clientId: number;
  readonly key: string;
  readonly secret: string;
}

let made = 0;

/** Makes what a test needs through the product's own actions; everything not given is sensible and unique. */
export function createBuilders(db: Kysely<Database>) {
  return {
    client: (client: Partial<NewClient> = {}) => createClient(db, { name: `Client ${++made}`, ...client }),

    user: (clientId: number, user: Partial<NewUser> = {}) => {
      const userName = `user-${++made}`;
      return createUser(db, clientId, { userName, name: `User ${made}`, email: `${userName}@example.com`, ...user });
    },

    async token(clientId: number, access: readonly (AccessName | "all")[] = ["all"]): Promise<TestToken> {
      return { clientId, ...(await issueToken(db, clientId, { name: `token ${++made}`, access })) };
    },

    event: (clientId: number, given: Partial<NewEvent> = {}) => {
      const event = {
        title: `Webinar ${++made}`,
        type: "webcam",
        languageCode: "en",
        timeZone: "America/Los_Angeles",
        startsAt: DateTime.now().plus({ hours: 2 }).startOf("minute").toJSDate(),
        durationMinutes: 60,
        ...given,
      };
      const author = { actor: "operator" };
      return isWebinar(event.type)
        ? createWebinar(db, eventParts, clientId, event, author)
        : createEvent(db, clientId, event, author);
    },

    /** Brings an event where no call brings it, or only time; the app hears of it as of every change, a moment later. */
    changeEvent: async (id: number, values: Updateable<Events>): Promise<void> => {
      await db.updateTable("events").set(values).where("id", "=", id).execute();
    },

    /** The same of a client. */
    changeClient: async (id: number, values: Updateable<Clients>): Promise<void> => {
      await db.updateTable("clients").set(values).where("id", "=", id).execute();
    },
  };
}
