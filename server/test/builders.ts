import type { AccessName } from "@lectern/contract/operations";
import type { Kysely } from "kysely";
import { DateTime } from "luxon";
import type { Database } from "../src/db/types.ts";
import { createClient, type NewClient } from "../src/features/base/accounts/create-client.ts";
import { createUser, type NewUser } from "../src/features/base/accounts/create-user.ts";
import { issueToken } from "../src/features/base/accounts/issue-token.ts";
import { createEvent, type NewEvent } from "../src/features/webinars/events/create-event.ts";

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

    event: (clientId: number, event: Partial<NewEvent> = {}) =>
      createEvent(
        db,
        clientId,
        {
          title: `Webinar ${++made}`,
          type: "webcam",
          languageCode: "en",
          timeZone: "America/Los_Angeles",
          startsAt: DateTime.now().plus({ hours: 2 }).startOf("minute").toJSDate(),
          durationMinutes: 60,
          ...event,
        },
        { actor: "operator" },
      ),
  };
}
