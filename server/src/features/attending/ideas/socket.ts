import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Database } from "../../../db/types.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import type { AudienceMember } from "../../../http/socket/speaker.ts";
import type { Rooms } from "../room/rooms.ts";
import { onlyOnce } from "../room/say-once.ts";
import { listIdeas } from "./queries.ts";
import { removeIdea } from "./remove-idea.ts";
import { listTopics } from "./topics.ts";
import { listLastVotes, listOwn, type Vote, voteIdeas } from "./vote-ideas.ts";
import { type Writing, writeIdeas } from "./write-ideas.ts";

interface IdeasDeps {
  readonly db: Kysely<Database>;
  readonly rooms: Rooms;
  now(): Date;
}

export function ideasSocket(socket: Socket, { db, rooms, now }: IdeasDeps): void {
  const writings = commitTogether<Writing, number>(db, personOf, onlyOnce("ideas.share", writeIdeas));
  const votes = commitTogether<Vote, undefined>(db, personOf, voteIdeas);
  const write = async (speaker: AudienceMember, on: Writing["on"], said: { text: string; nonce?: string }) => {
    const { clientId, eventId, registrantId, firstName, lastName } = speaker;
    const author = `${firstName} ${lastName}`.trim();
    return { ideaId: await writings.submit({ clientId, eventId, registrantId, author, on, ...said, at: now() }) };
  };

  socket.state("ideas", async (tx, room) => ({ topics: await listTopics(tx, room), ideas: await listIdeas(tx, room) }));
  socket.mine("ideas", (tx, room, registrantIds) => listOwn(tx, room, registrantIds));
  socket.counter("ideas.votes", {
    for: "everybody",
    read: async (tx, room) => ({ votes: await listLastVotes(tx, room) }),
  });

  const writing = { by: ["audience"], pace: { burst: 5, perMinute: 10 } } as const;
  socket.on("ideas.share", writing, ({ speaker, body: { topicId, ...said } }) => write(speaker, { topicId }, said));
  socket.on("ideas.comment", writing, ({ speaker, body: { ideaId, ...said } }) => write(speaker, { ideaId }, said));

  socket.on("ideas.vote", { by: ["audience"], pace: { burst: 20, perMinute: 60 } }, async ({ speaker, body }) => {
    const { clientId, eventId, registrantId } = speaker;
    await votes.submit({ clientId, eventId, registrantId, ...body, at: now() });
    rooms.touch(eventId, "ideas.votes");
    return undefined;
  });

  socket.on("ideas.remove", { by: ["producer", "presenter", "moderator"] }, async ({ speaker, body }) => {
    const { clientId, eventId, presenterId } = speaker;
    const { ideaId } = body;
    await removeIdea(db, { clientId, eventId, ideaId, actor: `presenter:${presenterId}`, at: now() });
    return undefined;
  });
}

function personOf({ registrantId }: { readonly registrantId: number }): string {
  return String(registrantId);
}
