import { ChatSettings } from "@lectern/wire/chat";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import { cutPage, readCursor } from "../../../http/web/paging.ts";
import { forTeam } from "./present.ts";
import { type LineRow, listPage } from "./queries.ts";
import { LineList, LineQuery, TeamLineList } from "./schema.ts";
import { readSettings, setSettings } from "./settings.ts";
import { listTeamLines } from "./team-queries.ts";

const path = "/clients/{clientId}/events/{eventId}/chat";

/** The transcripts of an event's chats, and how its audience chats. */
export function chatRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  web.operation("listChatLines", {
    route: `GET ${path}/lines`,
    right: "people.read",
    group: "Room",
    summary: "List what was said in the audience's chat of an event",
    description: "Oldest first; with the lines that were deleted.",
    query: LineQuery,
    answer: LineList,
    handle: async ({ client, event, query: { limit, cursor } }) => {
      const room = { clientId: client.id, eventId: event.id };
      const found = await listPage(db, room, { after: readCursor(cursor) ?? 0, limit: limit + 1 });
      const { page, ...next } = cutPage(found, limit, ({ lineId }) => lineId);
      return { lines: page.map(present), ...next };
    },
  });

  web.operation("listTeamChatLines", {
    route: `GET ${path}/team-lines`,
    right: "people.read",
    group: "Room",
    summary: "List what an event's team said among themselves",
    description: "Oldest first.",
    query: LineQuery,
    answer: TeamLineList,
    handle: async ({ client, event, query: { limit, cursor } }) => {
      const room = { clientId: client.id, eventId: event.id };
      const found = await listTeamLines(db, room, { after: readCursor(cursor) ?? 0, limit: limit + 1 });
      const { page, ...next } = cutPage(found, limit, ({ lineId }) => lineId);
      return { lines: page.map(({ at, ...line }) => ({ ...line, saidAt: new Date(at).toISOString() })), ...next };
    },
  });

  web.operation("getChatSettings", {
    route: `GET ${path}/settings`,
    right: "events.read",
    group: "Room",
    summary: "Tell how the audience of an event chats",
    answer: ChatSettings,
    handle: ({ client, event }) => readSettings(db, { clientId: client.id, eventId: event.id }),
  });

  web.operation("setChatSettings", {
    route: `PUT ${path}/settings`,
    right: "events.manage",
    group: "Room",
    summary: "Say how the audience of an event chats",
    description: "Holds at once, in a room that is open too.",
    body: ChatSettings,
    answer: ChatSettings,
    handle: async ({ actor, client, event, body }) => {
      await setSettings(db, { clientId: client.id, eventId: event.id, actor }, body);
      return body;
    },
  });
}

function present(row: LineRow) {
  const { lineId, name, text, isShown, isPractice } = forTeam(row);
  const { registrantId, presenterId, saidAt, deletedAt, deletedBy, questionId } = row;
  return {
    ...{ lineId, name, text, isShown, isPractice, saidAt: saidAt.toISOString() },
    ...(registrantId !== null && { eventUserId: registrantId }),
    ...(presenterId !== null && { presenterId }),
    ...(deletedAt && { deletedAt: deletedAt.toISOString() }),
    ...(deletedBy !== null && { deletedBy }),
    ...(questionId !== null && { questionId }),
  };
}
