import Type from "typebox";
import { phases } from "./event-phase.ts";

const instant = Type.String({ format: "date-time" });

export const EventState = Type.Object({
  eventId: Type.Integer(),
  clientId: Type.Integer(),
  title: Type.String(),
  type: Type.String(),
  contentType: Type.String(),
  timeZone: Type.String(),
  phase: Type.Enum([...phases]),
  isActive: Type.Boolean(),
  isRegistrationOpen: Type.Boolean(),
  isArchiveAvailable: Type.Boolean(),
  durationMinutes: Type.Integer(),
  times: Type.Object({
    startsAt: Type.String({ format: "date-time", description: "As announced" }),
    lobbyOpensAt: instant,
    startedAt: Type.Optional(Type.String({ format: "date-time", description: "When a producer started it" })),
    liveEndsAt: instant,
    endedAt: Type.Optional(Type.String({ format: "date-time", description: "When a producer ended it" })),
    archiveStartsAt: instant,
    archiveEndsAt: instant,
    expiresAt: Type.String({ format: "date-time", description: "Nothing to see after" }),
  }),
  addresses: Type.Object({
    audience: Type.String(),
    report: Type.String(),
    preview: Type.String(),
    present: Type.String(),
    upload: Type.String(),
  }),
});
