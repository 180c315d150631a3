import type { Survey } from "@lectern/wire/surveys";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { listWidgets } from "../../webinars/console/queries.ts";
import type { ContentOf } from "../../webinars/console/widgets.ts";
import { codeOf } from "../polls/present.ts";
import { findSurvey, listQuestions, type QuestionRow } from "./queries.ts";

/** The survey of an event as everybody is told; undefined when there is nothing to ask. */
export async function readSurvey(db: Db, room: RoomKey): Promise<Survey | undefined> {
  const questions = await listQuestions(db, [room]);
  if (questions.length === 0) return undefined;
  const course = await findSurvey(db, room);
  const [widget] = await listWidgets(db, room.clientId, room.eventId, "survey");
  const { introduction, thanks } = (widget?.content ?? {}) as Partial<ContentOf<"survey">>;
  return {
    questions: questions.map(toldQuestion),
    ...(introduction !== undefined && { introduction }),
    ...(thanks !== undefined && { thanks }),
    ...(course?.lastPushedAt && { pushedAt: course.lastPushedAt.getTime() }),
  };
}

function toldQuestion({ id, type, question, isRequired, options }: QuestionRow): Survey["questions"][number] {
  const choices = type === "singletext" ? [] : options;
  return {
    ...{ questionId: id, type, question, isRequired },
    options: choices.map(({ answer }, index) => ({ code: codeOf(index + 1), answer })),
  };
}
