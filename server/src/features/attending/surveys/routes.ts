import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import type { ConsolePlace } from "../../webinars/console/record-console-change.ts";
import { codeOf } from "../polls/present.ts";
import { type Stage, stageOf } from "../polls/stage.ts";
import { addQuestion, changeQuestion } from "./edit-survey.ts";
import { findSurvey, listQuestions, type QuestionRow } from "./queries.ts";
import { ListedSurvey, NewQuestion } from "./schema.ts";

interface SurveyDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
  now(): Date;
}

interface Place {
  readonly actor: string;
  readonly client: { readonly id: number };
  readonly event: { readonly id: number };
}

const path = "/clients/{clientId}/events/{eventId}/survey";

/** What the survey of a webinar asks, and what came of it. */
export function surveyRoutes(web: Web, deps: SurveyDeps): void {
  const { db } = deps;
  const shared = { group: "Polls and surveys", right: "events.manage", answer: ListedSurvey } as const;

  web.operation("getSurvey", {
    ...shared,
    route: `GET ${path}`,
    right: "events.read",
    summary: "The survey of an event, with what came of it",
    handle: (call) => readListed(db, placeOf(call)),
  });

  web.operation("addSurveyQuestion", {
    ...shared,
    route: `POST ${path}/questions`,
    status: 201,
    summary: "Add a question behind the others",
    body: NewQuestion,
    handle: async (call) => {
      await addQuestion(db, placeOf(call), call.body, await getStage(deps, call.event.id));
      return readListed(db, placeOf(call));
    },
  });

  web.operation("changeSurveyQuestion", {
    ...shared,
    route: `PUT ${path}/questions/{questionId}`,
    summary: "Ask something else in the place of a question",
    description:
      "It is another version with an id of its own: earlier answers stay with theirs, and are not counted in it.",
    body: NewQuestion,
    handle: async (call) => {
      const change = { question: call.body, stage: await getStage(deps, call.event.id) };
      await changeQuestion(db, placeOf(call), call.params.questionId, change);
      return readListed(db, placeOf(call));
    },
  });
}

function placeOf({ actor, client, event }: Place): ConsolePlace {
  return { clientId: client.id, eventId: event.id, actor };
}

async function getStage({ events, now }: SurveyDeps, eventId: number): Promise<Stage> {
  const event = (await events.get(eventId)) ?? fail("event.unknown", { eventId });
  return stageOf(event, now());
}

async function readListed(db: Kysely<Database>, room: RoomKey): Promise<ListedSurvey> {
  const survey = await findSurvey(db, room);
  const questions = await listQuestions(db, [room], { isPastTold: true });
  return {
    surveyId: `${room.eventId}_survey1`,
    ...(survey && { presentedAt: survey.presentedAt.toISOString() }),
    ...(survey?.firstPushedAt && { pushedAt: survey.firstPushedAt.toISOString() }),
    submissions: survey?.submissions ?? 0,
    questions: questions.map(listed),
  };
}

function listed({ eventId: _, options, ...question }: QuestionRow): ListedSurvey["questions"][number] {
  return { ...question, options: options.map((option, index) => ({ code: codeOf(index + 1), ...option })) };
}
