import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Refusal } from "../../../errors.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { pushPoll } from "../polls/run-poll.ts";
import { stageOf } from "../polls/stage.ts";
import { putOnStage } from "./change-stage.ts";
import { lockRoom } from "./control-queries.ts";
import { claimMark, type DueMark, listDueMarks, type PlayingRoom } from "./mark-queries.ts";

export type Playing = PlayingRoom & { readonly event: AdmissionEvent };

/** Shows and asks what its time has come for, each once over all processes. Of slides that are due together the last one is shown. */
export async function fireMarks(db: Db, playing: readonly Playing[], now: Date): Promise<void> {
  if (playing.length === 0) return;
  for (const mark of await listDueMarks(db, playing)) {
    const room = playing.find(({ eventId }) => eventId === mark.eventId);
    if (room) await inTransaction(db, (tx) => fire(tx, mark, room.event, now));
  }
}

async function fire(tx: Db, mark: DueMark, event: AdmissionEvent, now: Date): Promise<void> {
  if (!(await claimMark(tx, mark))) return;
  try {
    if (mark.kind === "poll") {
      const moment = { stage: stageOf(event, now), now, actor: "room" };
      await pushPoll(tx, { clientId: mark.clientId, eventId: mark.eventId, pollId: mark.ref }, moment);
    } else if (mark.isLatest) {
      await lockRoom(tx, mark);
      const slide = { deckId: mark.ref, page: mark.page };
      await putOnStage(tx, mark, { slide }, { isPractice: false, atMs: mark.atMs });
    }
  } catch (error) {
    // A deck or a poll that is not there any more is passed over.
    if (!(error instanceof Refusal)) throw error;
  }
}
