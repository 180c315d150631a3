import { team } from "@lectern/wire/room";
import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Db } from "../../../db/database.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { TeamMember } from "../../../http/socket/speaker.ts";
import { isBlank } from "../../../lib/blanks.ts";
import type { Rooms } from "../room/rooms.ts";
import { onlyOnce } from "../room/say-once.ts";
import { type Ask, askQuestions } from "./ask-questions.ts";
import { answerLive, answerQuestion, dismissQuestion, type Handling, markQuestion } from "./change-question.ts";
import { forAsker, forAudience, forTeam } from "./present.ts";
import { countVotes, listNewest, listOwn, listVotes } from "./queries.ts";
import { readSettings, setSettings } from "./settings.ts";
import { type Vote, voteOnQuestions } from "./vote-on-questions.ts";

interface QuestionDeps {
  readonly db: Kysely<Database>;
  readonly rooms: Rooms;
  now(): Date;
}

/** So many of the shown ones newcomers are told, the newest; and the team of all. */
const MOST_SHOWN = 300;
const MOST_FOR_TEAM = 1000;
/** Of one's own. */
const MOST_OWN = 100;

/** Questions in the room: what the audience asks and what the team does with it. */
export function questionsSocket(socket: Socket, deps: QuestionDeps): void {
  tellNewcomers(socket);
  takeFromAudience(socket, deps);
  takeFromTeam(socket, deps);
}

function tellNewcomers(socket: Socket): void {
  socket.state("questions", async (db, room, role) => {
    const settings = await readSettings(db, room);
    const isAudience = role === "audience";
    const most = isAudience ? MOST_SHOWN : MOST_FOR_TEAM;
    const rows = await listNewest(db, room, { isShownOnly: isAudience, most });
    return { settings, questions: rows.map((row) => (isAudience ? forAudience(row) : forTeam(row))) };
  });
  socket.mine("questions", readMine);
  socket.counter("questions.votes", {
    for: "everybody",
    read: async (db, room) => ({ votes: await countVotes(db, room, MOST_SHOWN) }),
  });
}

async function readMine(db: Db, room: RoomKey, registrantIds: readonly number[]): Promise<Map<number, object>> {
  const mine = new Map<number, { questions: object[]; voted: number[] }>();
  const of = (registrantId: number) => {
    const known = mine.get(registrantId) ?? { questions: [], voted: [] };
    mine.set(registrantId, known);
    return known;
  };
  for (const row of await listOwn(db, room, registrantIds, MOST_OWN))
    of(row.registrantId).questions.push(forAsker(row));
  for (const { registrantId, questionId } of await listVotes(db, room, registrantIds))
    of(registrantId).voted.push(questionId);
  return mine;
}

function takeFromAudience(socket: Socket, { db, rooms, now }: QuestionDeps): void {
  const keyOf = ({ registrantId }: { registrantId: number }) => String(registrantId);
  const asks = commitTogether<Ask, number>(db, keyOf, onlyOnce("questions.ask", askQuestions));
  const votes = commitTogether<Vote, undefined>(db, keyOf, voteOnQuestions);

  const askPace = { burst: 5, perMinute: 6 };
  socket.on("questions.ask", { by: ["audience"], pace: askPace }, async ({ speaker, body }) => {
    const { clientId, eventId, registrantId } = speaker;
    const { text, isAnonymous = false, nonce } = body;
    requireText(text);
    return { questionId: await asks.submit({ clientId, eventId, registrantId, text, isAnonymous, nonce, at: now() }) };
  });

  const votePace = { burst: 20, perMinute: 60 };
  socket.on("questions.vote", { by: ["audience"], pace: votePace }, async ({ speaker, body }) => {
    const { clientId, eventId, registrantId } = speaker;
    await votes.submit({ clientId, eventId, registrantId, ...body, at: now() });
    rooms.touch(eventId, "questions.votes");
    return undefined;
  });
}

function takeFromTeam(socket: Socket, { db, now }: QuestionDeps): void {
  const by = { by: team };
  const handlingOf = ({ clientId, eventId, presenterId }: TeamMember, questionId: number): Handling => ({
    ...{ clientId, eventId, questionId, presenterId },
    at: now(),
  });

  socket.on("questions.show", by, async ({ speaker, body: { questionId, isShown } }) => {
    await markQuestion(db, handlingOf(speaker, questionId), { isShown });
    return undefined;
  });
  socket.on("questions.star", by, async ({ speaker, body: { questionId, isStarred } }) => {
    await markQuestion(db, handlingOf(speaker, questionId), { isStarred });
    return undefined;
  });
  socket.on("questions.assign", by, async ({ speaker, body: { questionId, presenterId } }) => {
    await markQuestion(db, handlingOf(speaker, questionId), { assignedPresenterId: presenterId });
    return undefined;
  });
  socket.on("questions.dismiss", by, async ({ speaker, body: { questionId, isDismissed } }) => {
    await dismissQuestion(db, handlingOf(speaker, questionId), isDismissed);
    return undefined;
  });
  socket.on("questions.answer", by, async ({ speaker, body: { questionId, ...answer } }) => {
    requireText(answer.text);
    await answerQuestion(db, handlingOf(speaker, questionId), answer);
    return undefined;
  });
  socket.on("questions.answerLive", by, async ({ speaker, body: { questionId } }) => {
    await answerLive(db, handlingOf(speaker, questionId));
    return undefined;
  });
  socket.on("questions.set", { by: ["producer"] }, async ({ speaker, body }) => {
    const { clientId, eventId, presenterId } = speaker;
    await setSettings(db, { clientId, eventId, actor: `presenter:${presenterId}` }, body);
    return undefined;
  });
}

function requireText(text: string): void {
  if (isBlank(text)) fail("say.blank");
}
