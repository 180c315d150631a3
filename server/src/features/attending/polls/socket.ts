import type { Role } from "@lectern/wire/room";
import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Db } from "../../../db/database.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import type { Rooms } from "../room/rooms.ts";
import { answerKey, answerPolls } from "./answer-polls.ts";
import { codeOf, isKnownToAudience, pollFor, positionOf, resultsOf } from "./present.ts";
import { listGivenAnswers, listPolls, type PollRow } from "./queries.ts";
import { closePoll, hidePoll, publishPoll, pushPoll } from "./run-poll.ts";
import { type Stage, stageOf } from "./stage.ts";

interface PollsDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
  readonly rooms: Rooms;
  now(): Date;
}

const runs = { "polls.push": pushPoll, "polls.close": closePoll, "polls.publish": publishPoll, "polls.hide": hidePoll };

/** What is said about polls: by the team what is asked and shown, by the audience what it answers. */
export function pollsSocket(socket: Socket, deps: PollsDeps): void {
  const { db, rooms, now } = deps;
  const answers = commitTogether(db, answerKey, answerPolls);

  socket.on("polls.answer", { by: ["audience"], pace: { burst: 10, perMinute: 60 } }, async ({ speaker, body }) => {
    const { clientId, eventId, registrantId } = speaker;
    const { codes, ...answer } = body;
    const stage = await getStage(deps, eventId);
    const positions = codes?.map(positionOf);
    const { isPublished } = await answers.submit({
      ...{ clientId, eventId, registrantId, stage, at: now() },
      ...answer,
      ...(positions && { positions }),
    });
    rooms.touch(eventId, "polls.counts");
    if (isPublished) rooms.touch(eventId, "polls.results");
    return undefined;
  });

  for (const kind of ["polls.push", "polls.close", "polls.publish", "polls.hide"] as const)
    socket.on(kind, { by: ["producer", "presenter"] }, async ({ speaker, body: { pollId } }) => {
      const { clientId, eventId, presenterId } = speaker;
      const stage = await getStage(deps, eventId);
      await runs[kind](db, { clientId, eventId, pollId }, { stage, now: now(), actor: `presenter:${presenterId}` });
      return undefined;
    });

  socket.state("polls", async (tx, room, role) => ({
    polls: await readState(tx, room, role, await getStage(deps, room.eventId)),
  }));
  socket.mine("polls", readMine);
  socket.counter("polls.counts", { for: "team", read: (tx, room) => readCounts(tx, room, () => true) });
  socket.counter("polls.results", {
    for: "everybody",
    read: (tx, room) => readCounts(tx, room, ({ isPublished }) => isPublished),
  });
}

async function getStage({ events, now }: PollsDeps, eventId: number): Promise<Stage> {
  const event = (await events.get(eventId)) ?? fail("room.notOpen", { eventId });
  return stageOf(event, now());
}

async function readState(db: Db, room: RoomKey, role: Role, stage: Stage) {
  if (role === "audience") {
    const rows = await listPolls(db, room, { isPractice: false });
    return rows.filter((row) => isKnownToAudience(row, stage)).map((row) => pollFor("audience", row, stage));
  }
  const rows = await listPolls(db, room, { isPractice: stage.name === "practice" });
  return rows.map((row) => pollFor("team", row, stage));
}

async function readMine(db: Db, room: RoomKey, registrantIds: readonly number[]) {
  const mine = new Map<number, { answers: object[] }>();
  for (const { registrantId, pollId, questionId, positions, answer } of await listGivenAnswers(
    db,
    room,
    registrantIds,
  )) {
    const known = mine.get(registrantId) ?? { answers: [] };
    mine.set(registrantId, known);
    known.answers.push({
      ...{ pollId, questionId },
      ...(positions && { codes: positions.map(codeOf) }),
      ...(answer !== null && { text: answer }),
    });
  }
  return mine;
}

/** Only of polls that were answered. */
async function readCounts(db: Db, room: RoomKey, isTold: (row: PollRow) => boolean) {
  const rows = await listPolls(db, room, { isPractice: false });
  const told = rows.filter((row) => row.answers > 0 && isTold(row));
  return { polls: told.map((row) => ({ pollId: row.id, questionId: row.questionId, results: resultsOf(row) })) };
}
