import type { Survey } from "@lectern/wire/surveys";
import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { countActivity, countInEvents } from "../attendance/count-activity.ts";
import { markPresented } from "./queries.ts";
import { readSurvey } from "./read-survey.ts";
import { presentedOf } from "./submit-surveys.ts";

/** Somebody of the audience who opens the survey of their event. */
export interface Opening extends RoomKey {
  readonly registrantId: number;
  readonly at: Date;
}

/** Shows many people their surveys, each read once; in their order, with what is refused among them. */
export async function openSurveys(tx: Db, openings: readonly Opening[]): Promise<(Survey | Refusal)[]> {
  const here = await countActivity(tx, openings);
  const surveys = new Map<number, Survey | undefined>();
  for (const { clientId, eventId } of openings)
    if (!surveys.has(eventId)) surveys.set(eventId, await readSurvey(tx, { clientId, eventId }));
  const shown = openings.filter(({ registrantId, eventId }) => here.has(registrantId) && surveys.get(eventId));
  if (shown.length > 0) {
    const presented = await markPresented(tx, shown, shown[0]?.at ?? new Date());
    await countInEvents(tx, presentedOf(shown, presented));
  }
  return openings.map(({ registrantId, eventId }) => {
    if (!here.has(registrantId)) return new Refusal("room.notAttending", { eventId });
    return surveys.get(eventId) ?? new Refusal("survey.empty", { eventId });
  });
}
