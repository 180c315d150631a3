import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { presentRole } from "../../../http/v2/words.ts";
import { listTeamLines, type SaidTeamLine } from "./chat-queries.ts";
import { PresenterChats } from "./v2-schema.ts";

/** What the team of an event said among themselves. */
export function teamChats(v2: V2, { db }: { readonly db: Kysely<Database> }): void {
  v2.eventOperation("AnalyticsEventLevel.PresentationManagerChatLogs", {
    answer: PresenterChats,
    handle: async ({ client, event }) => {
      const lines = await listTeamLines(db, { clientId: client.id, eventId: event.id });
      return { eventid: event.id, presenterchats: lines.map(presentLine) };
    },
  });
}

function presentLine({ id, presenterId, firstName, lastName, email, role, text, saidAt }: SaidTeamLine) {
  return {
    ...{ presenterid: presenterId, firstname: firstName, lastname: lastName, email, accessmode: presentRole(role) },
    ...{ chatid: id, createtimestamp: formatPacific(saidAt), content: text },
  };
}
