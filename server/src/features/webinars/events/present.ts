import type { Selectable } from "kysely";
import type { Static } from "typebox";
import type { Events } from "../../../db/types.ts";
import { addressesFor } from "./addresses.ts";
import { expiresAt, phaseOf } from "./event-phase.ts";
import type { EventState } from "./schema.ts";

export function presentState(
  event: Selectable<Events>,
  { publicUrl, now, mayPresent }: { publicUrl: string; now: Date; mayPresent: boolean },
): Static<typeof EventState> {
  return {
    eventId: event.id,
    clientId: event.clientId,
    title: event.title,
    type: event.type,
    contentType: event.contentType,
    timeZone: event.timeZone,
    phase: phaseOf(event, now),
    isActive: event.isActive,
    isRegistrationOpen: event.isRegistrationOpen,
    isArchiveAvailable: event.isArchiveAvailable,
    durationMinutes: event.durationMinutes,
    times: {
      startsAt: event.startsAt.toISOString(),
      lobbyOpensAt: event.liveStartsAt.toISOString(),
      ...(event.startedAt && { startedAt: event.startedAt.toISOString() }),
      liveEndsAt: event.liveEndsAt.toISOString(),
      ...(event.endedAt && { endedAt: event.endedAt.toISOString() }),
      archiveStartsAt: event.archiveStartsAt.toISOString(),
      archiveEndsAt: event.archiveEndsAt.toISOString(),
      expiresAt: expiresAt(event).toISOString(),
    },
    addresses: addressesFor({ mayPresent }, event, publicUrl),
  };
}
