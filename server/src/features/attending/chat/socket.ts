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
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { hasBegun } from "../../webinars/events/event-phase.ts";
import { onlyOnce } from "../room/say-once.ts";
import { deleteLine, type Handling, makeQuestion, pinLine, restoreLine, showLine } from "./moderate-line.ts";
import { type Opening, openChats } from "./open-chats.ts";
import { forAudience, forAuthor, forTeam } from "./present.ts";
import { findPinned, listNewest, listOwn } from "./queries.ts";
import { sayAsTeam, sayToTeam } from "./say-as-team.ts";
import { type Saying, sayLines } from "./say-lines.ts";
import { readSettings, setSettings } from "./settings.ts";
import { listNewestTeamLines } from "./team-queries.ts";

interface ChatDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
  now(): Date;
}

/** So many of the last lines newcomers are told: of those the audience sees, of all, of one's own, of the team's. */
const MOST = { shown: 100, all: 300, own: 50, team: 200 };

const PACE = { burst: 8, perMinute: 40 };

/** The chats in the room: the audience's, which the team moderates, and the team's own. */
export function chatSocket(socket: Socket, deps: ChatDeps): void {
  tellNewcomers(socket);
  takeLines(socket, deps);
  takeModeration(socket, deps);
}

function tellNewcomers(socket: Socket): void {
  socket.state("chat", async (db, room, role) => {
    const settings = await readSettings(db, room);
    const row = await findPinned(db, room);
    const pinned = row ? forAudience(row) : null;
    if (role === "audience") {
      const shown = await listNewest(db, room, { isShownOnly: true, most: MOST.shown });
      return { settings, pinned, lines: shown.map(forAudience) };
    }
    const all = await listNewest(db, room, { isShownOnly: false, most: MOST.all });
    return { settings, pinned, lines: all.map(forTeam), team: await listNewestTeamLines(db, room, MOST.team) };
  });
  socket.mine("chat", readMine);
}

async function readMine(db: Db, room: RoomKey, registrantIds: readonly number[]): Promise<Map<number, object>> {
  const rows = await listOwn(db, room, registrantIds, MOST.own);
  const mine = new Map<number, { lines: object[] }>();
  for (const row of rows) {
    if (row.registrantId === null) continue;
    const { lines } = mine.get(row.registrantId) ?? { lines: [] };
    mine.set(row.registrantId, { lines: [...lines, forAuthor(row)] });
  }
  return mine;
}

function takeLines(socket: Socket, { db, events, now }: ChatDeps): void {
  const keyOf = ({ registrantId }: { registrantId: number }) => String(registrantId);
  const sayings = commitTogether<Saying, number>(db, keyOf, onlyOnce("chat.say", sayLines));
  const openings = commitTogether<Opening, undefined>(db, keyOf, openChats);

  socket.on("chat.say", { by: ["audience", ...team], pace: PACE }, async ({ speaker, body }) => {
    requireText(body.text);
    const { clientId, eventId } = speaker;
    const saying = { clientId, eventId, ...body, at: now() };
    if (speaker.role === "audience")
      return { lineId: await sayings.submit({ ...saying, registrantId: speaker.registrantId }) };
    const event = await events.get(eventId);
    const isPractice = !event || !hasBegun(event, now());
    return { lineId: await sayAsTeam(db, { ...saying, presenterId: speaker.presenterId, isPractice }) };
  });

  socket.on("chat.sayToTeam", { by: team, pace: PACE }, async ({ speaker, body }) => {
    requireText(body.text);
    const { clientId, eventId, presenterId, role } = speaker;
    return { lineId: await sayToTeam(db, { clientId, eventId, presenterId, role, ...body, at: now() }) };
  });

  socket.on("chat.open", { by: ["audience"], pace: { burst: 10, perMinute: 20 } }, async ({ speaker }) => {
    const { clientId, eventId, registrantId } = speaker;
    return openings.submit({ clientId, eventId, registrantId, at: now() });
  });
}

function takeModeration(socket: Socket, { db, now }: ChatDeps): void {
  const by = { by: team };
  const handlingOf = ({ clientId, eventId, presenterId }: TeamMember, lineId: number): Handling => ({
    ...{ clientId, eventId, presenterId, lineId },
    at: now(),
  });

  socket.on("chat.show", by, async ({ speaker, body: { lineId } }) => {
    await showLine(db, handlingOf(speaker, lineId));
    return undefined;
  });
  socket.on("chat.delete", by, async ({ speaker, body: { lineId } }) => {
    await deleteLine(db, handlingOf(speaker, lineId));
    return undefined;
  });
  socket.on("chat.restore", by, async ({ speaker, body: { lineId } }) => {
    await restoreLine(db, handlingOf(speaker, lineId));
    return undefined;
  });
  socket.on("chat.pin", by, async ({ speaker: { clientId, eventId, presenterId }, body: { lineId } }) => {
    await pinLine(db, { clientId, eventId, presenterId, lineId, at: now() });
    return undefined;
  });
  socket.on("chat.makeQuestion", by, async ({ speaker, body: { lineId } }) => ({
    questionId: await makeQuestion(db, handlingOf(speaker, lineId)),
  }));
  socket.on("chat.set", { by: ["producer"] }, async ({ speaker, body }) => {
    const { clientId, eventId, presenterId } = speaker;
    await setSettings(db, { clientId, eventId, actor: `presenter:${presenterId}` }, body);
    return undefined;
  });
}

function requireText(text: string): void {
  if (isBlank(text)) fail("say.blank");
}
