import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Db } from "../../../db/database.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { codeOf, positionOf } from "../polls/present.ts";
import { type Stage, stageOf } from "../polls/stage.ts";
import type { Rooms } from "../room/rooms.ts";
import { openSurveys } from "./open-surveys.ts";
import { pushSurvey } from "./push-survey.ts";
import { findSurvey, listQuestions, listSubmitted } from "./queries.ts";
import { readSurvey } from "./read-survey.ts";
import { submissionKey, submitSurveys } from "./submit-surveys.ts";

interface SurveysDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
  readonly rooms: Rooms;
  now(): Date;
}

/** What is said about the survey: put before everybody by the team, opened and submitted by the audience. */
export function surveysSocket(socket: Socket, deps: SurveysDeps): void {
  const { db, rooms, now } = deps;
  const openings = commitTogether(db, submissionKey, openSurveys);
  const submissions = commitTogether(db, submissionKey, submitSurveys);
  const pace = { burst: 10, perMinute: 20 };

  socket.on("surveys.open", { by: ["audience"], pace }, async ({ speaker: { clientId, eventId, registrantId } }) => ({
    survey: await openings.submit({ clientId, eventId, registrantId, at: now() }),
  }));

  socket.on("surveys.submit", { by: ["audience"], pace }, async ({ speaker, body }) => {
    const { clientId, eventId, registrantId } = speaker;
    const answers = body.answers.map(({ codes, ...answer }) => ({
      ...answer,
      ...(codes && { positions: codes.map(positionOf) }),
    }));
    const stage = await getStage(deps, eventId);
    await submissions.submit({ clientId, eventId, registrantId, answers, stage, at: now() });
    rooms.touch(eventId, "surveys.counts");
    return undefined;
  });

  socket.on("surveys.push", { by: ["producer", "presenter"] }, async ({ speaker }) => {
    const { clientId, eventId, presenterId } = speaker;
    const stage = await getStage(deps, eventId);
    await pushSurvey(db, { clientId, eventId }, { stage, now: now(), actor: `presenter:${presenterId}` });
    return undefined;
  });

  socket.state("surveys", async (tx, room, role) => {
    const { name } = await getStage(deps, room.eventId);
    return role === "audience" && name === "practice" ? undefined : readSurvey(tx, room);
  });
  socket.mine("surveys", readMine);
  socket.counter("surveys.counts", { for: "team", read: readCounts });
}

async function getStage({ events, now }: SurveysDeps, eventId: number): Promise<Stage> {
  const event = (await events.get(eventId)) ?? fail("room.notOpen", { eventId });
  return stageOf(event, now());
}

async function readMine(db: Db, room: RoomKey, registrantIds: readonly number[]) {
  const submitted = await listSubmitted(
    db,
    registrantIds.map((registrantId) => ({ ...room, registrantId })),
  );
  return new Map(
    registrantIds.flatMap((registrantId) => {
      const at = submitted.get(submissionKey({ eventId: room.eventId, registrantId }));
      return at ? [[registrantId, { submittedAt: at.getTime() }] as const] : [];
    }),
  );
}

async function readCounts(db: Db, room: RoomKey) {
  const survey = await findSurvey(db, room);
  const questions = await listQuestions(db, [room]);
  return {
    submissions: survey?.submissions ?? 0,
    questions: questions.map(({ id, type, answers, options }) => ({
      questionId: id,
      results: { answers, votes: type === "singletext" ? {} : votesOf(options) },
    })),
  };
}

function votesOf(options: readonly { votes: number }[]): Record<string, number> {
  return Object.fromEntries(options.map(({ votes }, index) => [codeOf(index + 1), votes]));
}
