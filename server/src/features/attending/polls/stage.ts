import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { isLive } from "../../base/lookups/event-types.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";

/** What the time means for an event's polls. */
export interface Stage {
  /** Before it is live the team rehearses; "over" is all that comes after. */
  readonly name: "practice" | "live" | "over";
  readonly isOnDemand: boolean;
  /** Whether it is ever live: polls of one that is not are never pushed. */
  readonly isEverLive: boolean;
}

export function stageOf(event: AdmissionEvent, now: Date): Stage {
  const phase = phaseOf(event, now);
  return {
    name: phase === "scheduled" || phase === "lobby" ? "practice" : phase === "live" ? "live" : "over",
    isOnDemand: phase === "on-demand",
    isEverLive: isLive(event.type),
  };
}
