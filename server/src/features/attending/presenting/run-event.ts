import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { TeamMember } from "../../../http/socket/speaker.ts";
import { endEvent } from "../../webinars/events/end-event.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";
import { lockEvent } from "../../webinars/events/queries.ts";
import { type Moment, startEvent } from "../../webinars/events/start-event.ts";
import { updateEvent } from "../../webinars/events/update-event.ts";
import { takeControl } from "./control.ts";
import { endPractice } from "./practice.ts";

/** Puts the event on air, and ends practice with that. */
export async function startAsLead(db: Db, by: TeamMember, now: Date): Promise<void> {
  await asLead(db, by, now, async (tx, moment, isPractice) => {
    await startEvent(tx, by.clientId, by.eventId, moment);
    if (isPractice) await endPractice(tx, by);
  });
}

export async function endAsLead(db: Db, by: TeamMember, now: Date): Promise<void> {
  await asLead(db, by, now, (tx, moment) => endEvent(tx, by.clientId, by.eventId, moment));
}

/** No webinar of ours is announced to be longer. */
const MOST_MINUTES = 480;

/** Announces a later end of an event that is live. Refuses presenting.notLive, presenting.notLater and presenting.tooLong. */
export async function extendAsLead(db: Db, by: TeamMember, endsAt: Date, now: Date): Promise<void> {
  await asLead(db, by, now, (tx, moment) =>
    updateEvent(
      tx,
      by.clientId,
      by.eventId,
      async (event) => {
        if (phaseOf(event, now) !== "live") fail("presenting.notLive");
        if (endsAt <= now || endsAt < event.liveEndsAt) fail("presenting.notLater");
        const durationMinutes = Math.ceil((endsAt.getTime() - event.startsAt.getTime()) / 60_000);
        return durationMinutes > MOST_MINUTES
          ? fail("presenting.tooLong", { minutes: MOST_MINUTES })
          : { durationMinutes };
      },
      moment,
    ),
  );
}

/** The event is locked before the room: whoever writes rows of an event and then tells of it does so in that order. */
async function asLead(
  db: Db,
  by: TeamMember,
  now: Date,
  act: (tx: Db, moment: Moment, isPractice: boolean) => Promise<unknown>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockEvent(tx, by.clientId, by.eventId);
    const { isPractice } = await takeControl(tx, by, now);
    await act(tx, { now, actor: `presenter:${by.presenterId}` }, isPractice);
  });
}
