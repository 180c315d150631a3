import type { Db } from "../../../db/database.ts";
import { inTransaction, lock } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { isWebinar } from "../../base/lookups/event-types.ts";
import { insertAt } from "../../webinars/console/add-widget.ts";
import { touchEvent } from "../../webinars/console/queries.ts";
import { findEvent } from "../../webinars/events/queries.ts";
import { tell } from "../room/room-log.ts";
import { pollChanges } from "./changes.ts";
import { insertPoll, listPollIds, markPollDeleted, orderPolls, replaceQuestion, updatePoll } from "./edit-queries.ts";
import { hasAnswers, lockPoll, type PollKey, type PollRow } from "./queries.ts";
import { isSameQuestion, optionsOf } from "./read-question.ts";
import type { NewPoll, PollChanges } from "./schema.ts";
import type { Stage } from "./stage.ts";
import { findPoll, isToldToAudience, tellPoll } from "./tell-poll.ts";

/** At which stage of the event somebody changes its polls, and who. */
export interface Edit {
  readonly stage: Stage;
  readonly actor: string;
}

/** More is a survey. */
const MOST_POLLS = 200;

/** Adds a poll to a webinar; answers its id. */
export async function addPoll(db: Db, room: RoomKey, poll: NewPoll, edit: Edit): Promise<number> {
  const { question, position, ...settings } = poll;
  const options = optionsOf(question);
  return inTransaction(db, async (tx) => {
    await lockPolls(tx, room);
    const ids = await listPollIds(tx, room);
    if (ids.length >= MOST_POLLS) fail("poll.invalid", { fault: `an event has ${MOST_POLLS} at most` });
    const pollId = await insertPoll(tx, room, { ...checked(settings), position: ids.length + 1 });
    const key = { ...room, pollId };
    await replaceQuestion(tx, key, { ...question, options });
    await orderPolls(tx, room.clientId, insertAt(ids, pollId, position));
    await recordEdit(tx, key, "poll.created", edit);
    await tellPoll(tx, key, edit.stage);
    return pollId;
  });
}

/** Changes what is given. Another question is another version: what people answered before stays with theirs. */
export async function changePoll(db: Db, key: PollKey, changes: PollChanges, edit: Edit): Promise<void> {
  const { question, position, ...settings } = changes;
  const options = question && optionsOf(question);
  await inTransaction(db, async (tx) => {
    const before = await holdPoll(tx, key, edit);
    checked({ ...before, ...settings });
    if ((settings.isAnonymous ?? before.isAnonymous) !== before.isAnonymous && (await hasAnswers(tx, key)))
      fail("poll.hasAnswers", { pollId: key.pollId });
    await updatePoll(tx, key, settings);
    if (question && options && !isSameQuestion(before, question, options))
      await replaceQuestion(tx, key, { ...question, options });
    if (position !== undefined)
      await orderPolls(tx, key.clientId, insertAt(await listPollIds(tx, key), key.pollId, position));
    await recordEdit(tx, key, "poll.updated", edit);
    await tellPoll(tx, key, edit.stage);
  });
}

/** Takes a poll away; what people answered stays. */
export async function deletePoll(db: Db, key: PollKey, edit: Edit): Promise<void> {
  await inTransaction(db, async (tx) => {
    const poll = await holdPoll(tx, key, edit);
    await markPollDeleted(tx, key);
    await recordEdit(tx, key, "poll.deleted", edit);
    const to = isToldToAudience(poll, edit.stage) ? "everybody" : "team";
    await tell(tx, [{ room: key, to, kind: "polls.removed", body: { pollId: key.pollId } }]);
  });
}

/** Makes changes of an event's list of polls one after the other; refuses an event without a room. */
async function lockPolls(tx: Parameters<typeof lock>[0], { clientId, eventId }: RoomKey): Promise<void> {
  const event = (await findEvent(tx, clientId, eventId)) ?? fail("event.unknown", { eventId });
  if (!isWebinar(event.type)) fail("widget.noConsole", { eventId });
  await lock(tx, `polls ${clientId} ${eventId}`);
}

async function holdPoll(tx: Parameters<typeof lock>[0], key: PollKey, { stage }: Edit): Promise<PollRow> {
  await lockPolls(tx, key);
  const isThere = await lockPoll(tx, key);
  const poll = isThere ? await findPoll(tx, key, stage) : undefined;
  return poll ?? fail("poll.unknown", { pollId: key.pollId });
}

/** What nobody has seen can't be changed by them either. */
function checked<Settings extends { isAnonymous?: boolean; isChangeAllowed?: boolean }>(settings: Settings): Settings {
  if (settings.isAnonymous && settings.isChangeAllowed)
    fail("poll.invalid", { fault: "nobody can change an anonymous answer" });
  return settings;
}

async function recordEdit(
  tx: Db,
  { clientId, eventId, pollId }: PollKey,
  kind: "poll.created" | "poll.updated" | "poll.deleted",
  { actor }: Edit,
): Promise<void> {
  await touchEvent(tx, clientId, eventId);
  await pollChanges.record(tx, kind, { clientId, eventId, actor, subjectId: pollId });
}
