import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { findGroupChat, type GroupChat, type SaidLine } from "./chat-queries.ts";
import { type ChatMessage, GroupChats } from "./v2-schema.ts";

/** What the audience of an event chatted, and how many looked on. */
export function groupChats(v2: V2, { db }: { readonly db: Kysely<Database> }): void {
  v2.eventOperation("AnalyticsEventLevel.GroupChatActivity", {
    answer: GroupChats,
    handle: async ({ client, event }) => {
      const chat = await findGroupChat(db, { clientId: client.id, eventId: event.id });
      return { eventid: event.id, groupchats: chat ? [presentChat(chat)] : [] };
    },
  });
}

function presentChat({ id, name, viewers, views, lines }: GroupChat) {
  return {
    groupchatid: id,
    groupchatname: name,
    uniqueviews: viewers,
    totalviews: views,
    chatmessages: lines.map(presentLine),
  };
}

function presentLine({ saidAt, registrantId, presenterId, email, firstName, lastName, text }: SaidLine): ChatMessage {
  return {
    createtimestamp: formatPacific(saidAt),
    ...(registrantId !== null && { eventuserid: registrantId }),
    ...(presenterId !== null && { presenterid: presenterId }),
    email,
    ...(firstName !== null && { firstname: firstName }),
    ...(lastName !== null && { lastname: lastName }),
    ...(text !== null && { chatmessage: text }),
  };
}
