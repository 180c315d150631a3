import type { AdmissionEvent } from "../admission-event.ts";
import type { RegistrantStatus } from "../people/registrant-status.ts";
import type { Door } from "./doors.ts";
import { findGate } from "./gates.ts";

/** What the gates before a door make people wait for. */
export interface Terms {
  readonly needsConfirmation: boolean;
  readonly needsApproval: boolean;
  /** Seats of the event; undefined = as many as come. */
  readonly seats: number | undefined;
  readonly hasWaitlist: boolean;
  /** The producer's own words for a full event. */
  readonly fullText?: string;
  /** Whether who cancelled and comes again is let in anew. */
  readonly isRevived: boolean;
}

/** Callers of the API undelete by a parameter of their own, and lists may be old: there, who cancelled stays so. */
const revivingDoors: ReadonlySet<Door> = new Set(["page", "seamless", "saml"]);

export function termsOf(event: AdmissionEvent, door: Door): Terms {
  const capacity = findGate(event, "capacity", door);
  return {
    needsConfirmation: findGate(event, "confirmation", door) !== undefined,
    needsApproval: findGate(event, "approval", door) !== undefined,
    seats: capacity?.seats,
    hasWaitlist: capacity?.hasWaitlist ?? true,
    ...(capacity?.ownText !== undefined && { fullText: capacity.ownText }),
    isRevived: revivingDoors.has(door),
  };
}

/**
 * Where somebody stands after coming to a door on its terms. A step that was taken is not asked for again: who has
 * confirmed and waits for approval is not sent back, and who is let in stays in.
 * @param current undefined for whoever is new.
 * @param isFull whether every seat is taken.
 * @returns "full" = there is no seat and no waiting list.
 */
export function decideStatus(
  current: RegistrantStatus | undefined,
  terms: Terms,
  isFull: boolean,
): RegistrantStatus | "full" {
  const from = current === "deleted" && terms.isRevived ? undefined : current;
  if (from === "active" || from === "deleted" || from === "forgotten") return from;
  if (terms.needsConfirmation && (from === undefined || from === "unconfirmed")) return "unconfirmed";
  if (from === "denied" && terms.needsApproval) return "denied";
  if (terms.needsApproval && from !== "waitlisted") return "pending";
  if (terms.seats === undefined) return "active";
  // Seats that are free belong to those who wait already, and are given to them as they become free.
  if (from === "waitlisted") return "waitlisted";
  if (!isFull) return "active";
  return terms.hasWaitlist ? "waitlisted" : "full";
}
