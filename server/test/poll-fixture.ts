import type { Poll } from "@lectern/wire/polls";
import type { ListedPoll, NewPoll, PollChanges } from "../src/features/attending/polls/schema.ts";
import type { TestApp } from "./harness.ts";
import { operated } from "./operator-api.ts";
import type { RoomClient } from "./room-client.ts";
import { liveRoom } from "./room-fixture.ts";

/** Editors' work on the polls of an event. */
export function pollsOf(app: TestApp, { clientId, eventId }: { clientId: number; eventId: number }) {
  const path = `/clients/${clientId}/events/${eventId}/polls`;
  return {
    path,
    add: (poll: NewPoll) => operated<ListedPoll>(app, `POST ${path}`, poll),
    change: (id: number, changes: PollChanges) => operated<ListedPoll>(app, `PATCH ${path}/${id}`, changes),
    remove: (id: number) => operated(app, `DELETE ${path}/${id}`),
    list: async () => (await operated<{ polls: ListedPoll[] }>(app, `GET ${path}`)).polls,
  };
}

/** "Colour?" with Red, Green and Blue. */
export function choice(
  type: "singleoption" | "multioption" = "singleoption",
  settings: Omit<NewPoll, "question"> = {},
): NewPoll {
  return {
    question: { type, text: "Colour?", options: [{ answer: "Red" }, { answer: "Green" }, { answer: "Blue" }] },
    ...settings,
  };
}

/** A room with a presenter at the desk. */
export async function roomWithTeam(app: TestApp, given: { minutesAgo?: number } = {}) {
  const room = await liveRoom(app, given);
  const polls = pollsOf(app, room);
  const desk = await room.enter({ presenterId: await room.presenter() });
  await desk.welcome();
  const come = async () => {
    const registrantId = await room.person();
    const page = await room.enter({ registrantId });
    await page.welcome();
    return { registrantId, page };
  };
  return { ...room, polls, desk, come };
}

export const answerOf = (
  { id: pollId, question: { id: questionId } }: ListedPoll,
  given: { codes?: string[]; text?: string },
) => ({
  pollId,
  questionId,
  ...given,
});

/** What the database has of them. */
export function figuresOf({ database: { db } }: TestApp) {
  return {
    attendee: (registrantId: number) =>
      db.selectFrom("attendees").selectAll().where("registrantId", "=", registrantId).executeTakeFirstOrThrow(),
    totals: (eventId: number) =>
      db.selectFrom("eventTotals").selectAll().where("eventId", "=", eventId).executeTakeFirstOrThrow(),
    answers: (pollId: number) =>
      db.selectFrom("pollAnswers").selectAll().where("pollId", "=", pollId).orderBy("registrantId").execute(),
  };
}

/** How a refusal looks in a room. */
export const refused = (code: string) => ({ kind: "refused", code });

/** Polls as somebody's page knows them: what it was told at first, and since. */
export async function knownPolls(page: RoomClient): Promise<Poll[]> {
  const { state } = await page.welcome();
  // Whatever was told before this is answered has arrived by then.
  await page.say("room.alive", { player: "waiting" });
  const known = new Map((state.polls as { polls: Poll[] }).polls.map((poll) => [poll.pollId, poll]));
  for (const message of page.numbered) if (message.kind === "polls.poll") known.set(message.pollId, message);
  return [...known.values()].sort((one, other) => one.position - other.position);
}
