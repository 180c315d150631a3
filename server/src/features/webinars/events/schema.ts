import Type from "typebox";
import { keyPurposes } from "./event-keys.ts";
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
    present: Type.String({ description: "Without its key for callers who may not present" }),
    upload: Type.String(),
  }),
});

export const NewKey = Type.Object(
  { purpose: Type.Enum([...keyPurposes], { description: "Which page: the preview, the presenters' or the report" }) },
  { additionalProperties: false },
);
