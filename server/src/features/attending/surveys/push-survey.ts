import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { countInEvents } from "../attendance/count-activity.ts";
import type { Stage } from "../polls/stage.ts";
import { tell } from "../room/room-log.ts";
import { surveyChanges } from "./changes.ts";
import { markPresented } from "./queries.ts";
import { readSurvey } from "./read-survey.ts";

interface PushMoment {
  readonly stage: Stage;
  readonly now: Date;
  readonly actor: string;
}

/** Puts an event's survey before everybody in the room; in practice before the team, without a trace. */
export async function pushSurvey(db: Db, room: RoomKey, { stage, now, actor }: PushMoment): Promise<void> {
  const { clientId, eventId } = room;
  await inTransaction(db, async (tx) => {
    const isPractice = stage.name === "practice";
    const isNew = !isPractice && (await markPushed(tx, room, now));
    const survey = (await readSurvey(tx, room)) ?? fail("survey.empty", { eventId });
    if (isPractice) {
      const body = { ...survey, pushedAt: now.getTime(), isPractice };
      return tell(tx, [{ room, to: "team", kind: "surveys.survey", body }]);
    }
    await surveyChanges.record(tx, "survey.pushed", { clientId, eventId, actor });
    await tell(tx, [{ room, to: "everybody", kind: "surveys.survey", body: survey }]);
    if (isNew) await countInEvents(tx, [{ clientId, eventId, counts: { surveysPresented: 1 } }]);
  });
}

/** Whether nobody had seen it before. */
async function markPushed(tx: Db, room: RoomKey, now: Date): Promise<boolean> {
  const presented = await markPresented(tx, [room], now);
  await tx
    .updateTable("surveys")
    .set({ lastPushedAt: now, firstPushedAt: sql<Date>`coalesce(first_pushed_at, ${now})` })
    .where("clientId", "=", room.clientId)
    .where("eventId", "=", room.eventId)
    .execute();
  return presented.length > 0;
}

/** Tells the room what the survey asks now: the audience once it is or was live. */
export async function tellSurvey(tx: Db, room: RoomKey, stage: Stage): Promise<void> {
  const survey = (await readSurvey(tx, room)) ?? { questions: [] };
  const to = stage.name === "practice" ? "team" : "everybody";
  await tell(tx, [{ room, to, kind: "surveys.survey", body: survey }]);
}
