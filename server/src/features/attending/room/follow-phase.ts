import { replacePracticeSession } from "../presenters/queries.ts";
import { type EnterDeps, kindOf } from "./enter-room.ts";
import type { Member } from "./member.ts";
import { dismiss, type Room } from "./room.ts";

interface PhaseDeps extends Pick<EnterDeps, "db" | "attendance" | "now"> {
  onError(error: unknown): void;
}

/**
 * Looks what the event's phase is by now; when it has changed, everybody hears of it and watches on in another session, also
 * whoever is just coming in.
 */
export function followPhase(deps: PhaseDeps, room: Room, everybody: readonly Member[]): void {
  const { attendance, now, onError } = deps;
  const before = room.phase;
  room.setPhase(now());
  if (room.phase === before) return;
  if (kindOf(before) === "live") attendance.endAll(room.key.eventId, "live", now());
  room.tellNow("room.phase", room.phaseBody);
  for (const member of everybody) {
    if (member.speaker.role !== "audience") {
      if (room.phase === "live") void endPractice(deps, member);
      continue;
    }
    member.sessionId = undefined;
    if (room.phase === "expired") dismiss(member, "over");
    else joinAnew(deps, room, member).catch(onError);
  }
}

/** Opens another session for somebody who is here, or shows them the door. */
export async function joinAnew({ attendance, now }: PhaseDeps, room: Room, member: Member): Promise<void> {
  const kind = kindOf(room.phase);
  if (!member.arrival || !kind) return;
  const joined = await attendance.join({ ...member.arrival, kind, at: now() });
  if (joined.outcome !== "in") dismiss(member, joined.outcome);
  else member.sessionId = joined.session?.sessionId;
}

async function endPractice({ db, now, onError }: PhaseDeps, member: Member): Promise<void> {
  const { sessionId, speaker } = member;
  if (sessionId === undefined) return;
  // Meanwhile no sign of life may open the ended session again.
  member.sessionId = undefined;
  const replacing = replacePracticeSession(db, { clientId: speaker.clientId, sessionId, at: now() });
  const replaced = await replacing.catch((error: unknown) => onError(error));
  member.sessionId = replaced ?? sessionId;
}
