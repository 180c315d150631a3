import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { yesNo } from "../../../http/flags.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { eachOf } from "../../../http/v2/lists.ts";
import { parameter, parameters } from "../../../http/v2/parameters.ts";
import { presentRole } from "../../../http/v2/words.ts";
import { type ListedPresenting, walkPresenting } from "./presenter-queries.ts";
import { ClientPresenters, EventPresenters } from "./v2-schema.ts";

const asked = parameters({
  window: parameter.window({ defaults: "none" }),
  clientIds: parameter.subaccounts("excluded"),
});

/** When presenters were in their rooms. */
export function presenterSessions(v2: V2, { db }: { readonly db: Kysely<Database> }): void {
  v2.eventOperation("AnalyticsEventLevel.Presenters", {
    answer: EventPresenters,
    handle: ({ client, event }) => {
      const filter = { clientIds: [client.id], eventId: event.id, isClientLevel: false };
      return { eventpresenters: eachOf(walkPresenting(db, filter), presentPresenting) };
    },
  });

  v2.operation("AnalyticsClientLevel.Presenters", {
    query: asked.schema,
    answer: ClientPresenters,
    handle: async (call) => {
      const { window, clientIds } = await asked.read(call.query, call);
      const sessions = walkPresenting(db, { clientIds, ...window, isClientLevel: true });
      return { eventpresenters: eachOf(sessions, presentWithEvent) };
    },
  });
}

function presentWithEvent(session: ListedPresenting) {
  return {
    eventid: session.eventId,
    clientid: session.clientId,
    sessionid: session.id,
    eventtitle: session.eventTitle,
    ...presentPresenting(session),
  };
}

function presentPresenting(session: ListedPresenting) {
  return {
    presenterid: session.presenterId,
    firstname: session.firstName,
    lastname: session.lastName,
    email: session.email,
    accessmode: presentRole(session.role),
    starttime: formatPacific(session.startedAt),
    endtime: formatPacific(session.endedAt ?? session.lastSeenAt),
    ispracticesession: yesNo(session.isPractice),
  };
}
