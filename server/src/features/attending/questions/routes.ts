import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import { cutPage, readCursor } from "../../../http/web/paging.ts";
import { forTeam } from "./present.ts";
import { listPage, type QuestionRow } from "./queries.ts";
import { QuestionList, QuestionQuery, Settings } from "./schema.ts";
import { readSettings, setSettings } from "./settings.ts";

const path = "/clients/{clientId}/events/{eventId}/questions";

/** The questions of an event, and how it takes them. */
export function questionRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  web.operation("listQuestions", {
    route: `GET ${path}`,
    right: "people.read",
    group: "Room",
    summary: "List what the audience of an event asked",
    description: "Oldest first; with who asked, those who did so anonymously too.",
    query: QuestionQuery,
    answer: QuestionList,
    handle: async ({ client, event, query: { limit, cursor } }) => {
      const room = { clientId: client.id, eventId: event.id };
      const found = await listPage(db, room, { after: readCursor(cursor) ?? 0, limit: limit + 1 });
      const { page, ...next } = cutPage(found, limit, ({ questionId }) => questionId);
      return { questions: page.map(present), ...next };
    },
  });

  web.operation("getQuestionSettings", {
    route: `GET ${path}/settings`,
    right: "events.read",
    group: "Room",
    summary: "Tell how an event takes questions",
    answer: Settings,
    handle: ({ client, event }) => readSettings(db, { clientId: client.id, eventId: event.id }),
  });

  web.operation("setQuestionSettings", {
    route: `PUT ${path}/settings`,
    right: "events.manage",
    group: "Room",
    summary: "Say how an event takes questions",
    description: "Holds at once, in a room that is open too. What was let through stays so.",
    body: Settings,
    answer: Settings,
    handle: async ({ actor, client, event, body }) => {
      await setSettings(db, { clientId: client.id, eventId: event.id, actor }, body);
      return body;
    },
  });
}

function present(row: QuestionRow) {
  const { questionId, eventUserId, askedBy, isAnonymous, text, state, votes, isAnsweredLive, answer } = forTeam(row);
  return {
    ...{ questionId, eventUserId, askedBy, isAnonymous, text, state, votes, isAnsweredLive },
    askedAt: row.askedAt.toISOString(),
    ...(answer && {
      answer: {
        text: answer.text,
        isPublic: answer.isPublic,
        presenterId: answer.presenterId,
        presenterName: answer.presenterName,
        answeredAt: new Date(answer.at).toISOString(),
      },
    }),
  };
}
