import { team } from "@lectern/wire/room";
import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";
import type { Rooms } from "../room/rooms.ts";
import { type HandMove, listRaised, lowerFor, moveHands } from "./hands.ts";
import { listRaisedBy } from "./queries.ts";
import { type Reaction, react } from "./react.ts";

interface ReactionDeps {
  readonly db: Kysely<Database>;
  readonly rooms: Rooms;
  readonly events: LoadCache<number, AdmissionEvent>;
  now(): Date;
}

const keyOf = ({ registrantId }: { registrantId: number }) => String(registrantId);

/** Reactions in the room, shown to all as they come, and hands, shown to the team. */
export function reactionsSocket(socket: Socket, deps: ReactionDeps): void {
  takeReactions(socket, deps);
  takeHands(socket, deps);
}

function takeReactions(socket: Socket, { db, rooms, events, now }: ReactionDeps): void {
  const group = commitTogether<Reaction, undefined>(db, keyOf, react);
  const pace = { burst: 15, perMinute: 60 };
  socket.on("reactions.react", { by: ["audience"], pace }, async ({ speaker, body: { type, position } }) => {
    const { clientId, eventId, registrantId } = speaker;
    const event = (await events.get(eventId)) ?? fail("visit.unknown");
    const at = now();
    const secondsFromStart = secondsOf(event, at, position);
    await group.submit({ clientId, eventId, registrantId, type, at, secondsFromStart });
    rooms.pulse(eventId, "reactions.burst", type);
    return undefined;
  });
}

function takeHands(socket: Socket, { db, events, now }: ReactionDeps): void {
  const group = commitTogether<HandMove, undefined>(db, keyOf, moveHands);
  const by = { by: ["audience"] as const, pace: { burst: 6, perMinute: 12 } };

  socket.on("hands.raise", by, async ({ speaker: { clientId, eventId, registrantId } }) => {
    const event = await events.get(eventId);
    if (!event || phaseOf(event, now()) !== "live") fail("hand.notLive");
    return group.submit({ clientId, eventId, registrantId, isUp: true, at: now() });
  });
  socket.on("hands.lower", by, ({ speaker: { clientId, eventId, registrantId } }) =>
    group.submit({ clientId, eventId, registrantId, isUp: false, at: now() }),
  );
  socket.on("hands.lowerFor", { by: team }, async ({ speaker, body: { eventUserId: registrantId } }) => {
    const { clientId, eventId, presenterId } = speaker;
    await lowerFor(db, { clientId, eventId, registrantId, presenterId, at: now() });
    return undefined;
  });

  socket.state("hands", async (db, room, role) =>
    role === "audience" ? undefined : { raised: await listRaised(db, room) },
  );
  socket.mine("hands", async (db, room, registrantIds) => {
    const raised = await listRaisedBy(db, room, registrantIds);
    return new Map(raised.map((registrantId) => [registrantId, { isRaised: true }]));
  });
}

/** Live, since the webinar began; of the recording, where the player stands. */
function secondsOf(event: AdmissionEvent, at: Date, position = 0): number {
  if (phaseOf(event, at) !== "live") return Math.floor(position);
  const { startsAt, startedAt } = event;
  const begun = startedAt && startedAt < startsAt ? startedAt : startsAt;
  return Math.floor(Math.max(0, at.getTime() - begun.getTime()) / 1000);
}
