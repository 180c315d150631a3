import type { SaidKind } from "@lectern/wire/messages";
import type { Role } from "@lectern/wire/room";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { fail } from "../../errors.ts";
import { readId } from "../../lib/read-id.ts";
import { siteOf } from "../own-site.ts";
import { refusalOf } from "../refusal-of.ts";
import { PollPages } from "./poll-pages.ts";
import type { Counter, ReadMine, ReadState, RoomParts, Watch } from "./room-parts.ts";
import { type Handle, type SaidRules, Sayings } from "./say.ts";
import { Sockets } from "./sockets.ts";
import type { Doorkeeper, Entry } from "./speaker.ts";

/** Where features declare what is said in a room: who speaks is known, may say it, and its shape is right. */
export interface Socket {
  on<Kind extends SaidKind, Who extends Role>(kind: Kind, rules: SaidRules<Who>, handle: Handle<Kind, Who>): void;
  /** What newcomers are told of the feature, under this name. */
  state(name: string, read: ReadState): void;
  /** What of the feature only concerns the newcomer, under this name. */
  mine(name: string, read: ReadMine): void;
  /** Figures told about once a second while they change. */
  counter(name: string, counter: Counter): void;
  /** Done about once a second for the rooms that are open, in every process that has one. */
  watch(look: Watch): void;
}

interface SocketDeps {
  readonly doorkeeper: Doorkeeper;
  readonly parts: RoomParts;
  readonly publicUrl: string;
}

/** The address of an event's room, for sockets and for those who fetch by long-poll. */
export const ROOM_PATH = "/wcc/room/:eventId";

const MOST_TAB = 64;

/**
 * Serves rooms: over WebSocket, and the same messages by long-poll and POST where sockets are blocked. Answers all kinds of
 * message that it takes.
 */
export async function registerSocket(
  app: FastifyInstance,
  { doorkeeper, parts, publicUrl }: SocketDeps,
  define: (socket: Socket) => void,
): Promise<Sayings> {
  const sayings = new Sayings();
  define({
    on: (kind, rules, handle) => sayings.on(kind, rules, handle),
    state: (name, read) => void parts.states.set(name, read),
    mine: (name, read) => void parts.mine.set(name, read),
    counter: (name, counter) => void parts.counters.set(name, counter),
    watch: (look) => void parts.watches.push(look),
  });
  const sockets = new Sockets(app, { doorkeeper, sayings });
  const polls = new PollPages({ doorkeeper, sayings });
  await app.register(async (scope) => {
    scope.addHook("onRequest", async (request) => {
      if (siteOf(request, publicUrl) === "foreign") fail("visit.foreign");
    });
    // Pages know by the code why they are not let in.
    scope.setErrorHandler((error, request, reply) => {
      const { status, code, message } = refusalOf(error, request);
      return reply.status(status).send({ code, message });
    });
    scope.get(ROOM_PATH, { schema: { hide: true } }, (request, reply) => {
      if (!sockets.isUpgrade(request)) fail("room.noSocket", { path: `${request.url.split("?")[0]}/messages` });
      return sockets.accept(entryOf(request), reply);
    });
    scope.get(`${ROOM_PATH}/messages`, { schema: { hide: true } }, (request, reply) =>
      polls.fetch(entryOf(request), reply),
    );
    scope.post(`${ROOM_PATH}/messages`, { schema: { hide: true }, bodyLimit: 64 * 1024 }, (request) =>
      polls.say(entryOf(request), request.body),
    );
  });
  // Before the server waits for its connections to end.
  app.addHook("preClose", async () => {
    sockets.close();
    await polls.close();
  });
  return sayings;
}

/** Who comes, and from where; refuses what names no room. */
function entryOf(request: FastifyRequest): Entry {
  const { eventId: idText } = request.params as { eventId: string };
  const query = request.query as Record<string, string | string[] | undefined>;
  const text = (name: string, most: number) => {
    const value = query[name];
    return typeof value === "string" && value !== "" && value.length <= most ? value : undefined;
  };
  const eventId = readId(idText) ?? fail("visit.unknown");
  const tab = text("tab", MOST_TAB);
  if (tab === undefined || !/^[\w-]+$/.test(tab)) fail("visit.unknown");
  const since = readId(text("since", 15));
  const [ticket, presenter] = [text("ticket", 200), text("presenter", 200)];
  return {
    ...{ request, eventId, tab },
    ...(since !== undefined && { since }),
    ...(ticket !== undefined && { ticket }),
    ...(presenter !== undefined && { presenter }),
  };
}
