import type { Pulses } from "./bus-message.ts";
import type { Member } from "./member.ts";
import type { Room } from "./room.ts";

/** A room that somebody in this process is in, and what goes on around it. */
export interface OpenRoom {
  readonly room: Room;
  /** Members who were let in, and whose pages are not told anything yet. */
  readonly entering: Set<Member>;
  /** Tells what was told since the last time, in any process. */
  readonly catchUp: () => Promise<void>;
  readonly recheck: () => Promise<void>;
  /** Counters that were touched in this process, and not published yet. */
  readonly touches: Set<string>;
  /** How often members were rechecked: whoever came in meanwhile has to be, too. */
  checks: number;
  /** Of this process, not published yet. */
  pulses: Pulses;
  /** Of all processes, not told yet. */
  heardPulses: Pulses;
  ticks: number;
  /** Whether the event and who may be here could not be looked at when they had to be. */
  isStale: boolean;
}
