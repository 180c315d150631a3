import Type from "typebox";
import { instant, oneOf, strict } from "./parts.ts";

/** Whoever is in the room; the last three are its team. */
export const roles = ["audience", "producer", "presenter", "moderator"] as const;
export type Role = (typeof roles)[number];
export const team = ["producer", "presenter", "moderator"] as const satisfies readonly Role[];

/** Signs of life come this often; after three that did not come, somebody is gone. */
export const HEARTBEAT_MS = 15_000;
export const GONE_AFTER_MS = 3 * HEARTBEAT_MS;

/** What the player does. Only "playing" counts as media minutes; being there counts in all of them. */
export const playerStates = ["waiting", "playing", "paused"] as const;
export type PlayerState = (typeof playerStates)[number];

/** Kinds of message that everybody in a room says. */
export const roomSaid = {
  /** A sign of life, with what the player does since the last one. */
  "room.alive": Type.Object(
    {
      player: oneOf(playerStates),
      isMuted: Type.Optional(Type.Boolean()),
      /** Whether the tab is hidden. */
      isBackground: Type.Optional(Type.Boolean()),
      /** Of the recording, seconds from its start, to go on from there another time. */
      position: Type.Optional(Type.Number({ minimum: 0, maximum: 1e6 })),
    },
    strict,
  ),
  /** The tab closes. */
  "room.leave": Type.Object({}, strict),
} as const;

export const phases = ["scheduled", "lobby", "live", "ended", "on-demand", "expired"] as const;

const Phase = Type.Object({
  phase: oneOf(phases),
  /** When the webinar begins, or began. */
  startsAt: instant(),
  /** When its live part ends, or ended. */
  endsAt: instant(),
});

/** Why somebody has to go, or come again. */
export const goodbyes = [
  "restart", // The server ends; come back after the time given.
  "blocked",
  "unregistered", // Cancelled, deleted or forgotten.
  "revoked", // The presenter's link.
  "role", // A presenter has another one now; come again.
  "over", // The event's last phase has ended, or the event is gone.
  "replaced", // The same tab has connected again.
  "unreadable", // Too many messages that are none, or faster than anybody types.
  "slow", // What was sent was not read for long.
] as const;

/** Kinds of message about the room itself, told to everybody in it. */
export const roomTold = {
  "room.phase": Phase,
  /** How many of the audience are here now, in all processes. */
  "room.people": Type.Object({ here: Type.Integer() }),
  "room.goodbye": Type.Object({
    reason: oneOf(goodbyes),
    /** Not sooner; absent when coming back is of no use. */
    returnAfterMs: Type.Optional(Type.Integer()),
  }),
} as const;

/** Where the room stands. */
export const RoomState = Phase;
