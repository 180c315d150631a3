import type { Static } from "typebox";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { lockEvent } from "../../webinars/events/queries.ts";
import { lockPoll } from "../polls/queries.ts";
import { presentingChanges } from "./changes.ts";
import { type Mark, replaceMarks } from "./mark-queries.ts";
import type { GivenMark } from "./schema.ts";
import { listShownDecks } from "./stage-queries.ts";

interface Place extends RoomKey {
  /** As in changes.actor. */
  readonly actor: string;
}

/** Says what comes at which time of an event's recording. Refuses slides.unknown, slides.noPage and poll.unknown. */
export async function setMarks(db: Db, place: Place, given: readonly Static<typeof GivenMark>[]): Promise<void> {
  const { clientId, eventId, actor } = place;
  await inTransaction(db, async (tx) => {
    await lockEvent(tx, clientId, eventId);
    const marks = given.map(readMark);
    await checkMarks(tx, place, marks);
    await replaceMarks(tx, place, marks);
    await presentingChanges.record(tx, "event-marks.updated", { clientId, eventId, actor });
  });
}

function readMark(given: Static<typeof GivenMark>): Mark {
  const { atMs, kind } = given;
  return kind === "slide"
    ? { atMs, kind, ref: given.deckId, page: given.page }
    : { atMs, kind, ref: given.pollId, page: 0 };
}

async function checkMarks(tx: Db, { clientId, eventId }: RoomKey, marks: readonly Mark[]): Promise<void> {
  const decks = new Map((await listShownDecks(tx, { clientId, eventId })).map((deck) => [deck.deckId, deck.pageCount]));
  for (const { kind, ref, page } of marks) {
    if (kind === "slide" && page > (decks.get(ref) ?? fail("slides.unknown", { deckId: ref })))
      fail("slides.noPage", { deckId: ref, page });
  }
  for (const pollId of new Set(marks.flatMap(({ kind, ref }) => (kind === "poll" ? [ref] : []))))
    if (!(await lockPoll(tx, { clientId, eventId, pollId }))) fail("poll.unknown", { pollId });
}
