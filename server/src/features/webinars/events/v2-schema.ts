import Type from "typebox";
import { text } from "../../../http/v2/schema-parts.ts";
import { AccountTag } from "./account-tags.ts";

export const CreateEventQuery = Type.Object({ eventsource: text("Id of an event to copy") });

const localTime = Type.String({ description: "MM/DD/YYYY hh:mm AM in the event's zone" });

const wccHead = {
  eventId: Type.Integer(),
  title: Type.String(),
  eventAbstract: Type.Optional(Type.String()),
  promotionalSummary: Type.Optional(Type.String()),
  liveStart: localTime,
  liveDuration: Type.Integer({ description: "seconds" }),
  liveEnd: localTime,
  archiveStart: localTime,
  archiveEnd: localTime,
  clientId: Type.Integer(),
  timeZone: Type.String(),
  eventType: Type.String(),
  goodAfter: localTime,
  audienceUrl: Type.String(),
  reportsUrl: Type.String(),
  previewUrl: Type.String(),
  archiveDuration: Type.Integer({ description: "minutes" }),
  shortTimeZone: Type.String(),
  isLiveStartPast: Type.Boolean(),
  isLiveEndPast: Type.Boolean(),
  archiveEndInPast: Type.Boolean(),
  monthsAvailableToExtend: Type.Integer(),
  canExtendArchive: Type.Boolean(),
  archiveAvailable: Type.Boolean(),
  autoArchiveProcessed: Type.Boolean(),
  canManipulateArchive: Type.Boolean(),
  canToggleArchiveAvailability: Type.Boolean(),
  showFaaBridgeNumber: Type.Boolean(),
  showColossusLink: Type.Boolean(),
  languageCd: Type.String(),
  countryCd: Type.String({ description: "Empty when the language has no variants" }),
  campaignCode: Type.Optional(Type.String()),
  sourceEventId: Type.Integer({ description: "0 when not a copy" }),
  rolloverAudio: Type.Boolean(),
  rolloverAudioDisabled: Type.Boolean(),
  tags: Type.Array(Type.String()),
  customaccounttags: Type.Array(AccountTag),
  defaultPlayerConsoleTemplateId: Type.Integer(),
  simuliveWaitingMode: Type.Boolean(),
};

const Encoder = Type.Object({
  encoder: Type.String(),
  url: Type.String({ description: "RTMP server" }),
  streamid: Type.String({ description: "Stream name: secret" }),
});

const wccTail = {
  simuliveEPMode: Type.Boolean(),
  simuliveMode: Type.Boolean(),
  hybrid: Type.String(),
  venue: Type.Optional(Type.String()),
  address: Type.Optional(Type.String()),
  testevent: Type.String(),
  encoders: Type.Optional(Type.Array(Encoder, { description: "Broadcast Video only" })),
};

export const CreatedEvent = Type.Object({ wccevent: Type.Object({ ...wccHead, PMUrl: Type.String(), ...wccTail }) });
export const UpdatedEvent = Type.Object({ wccevent: Type.Object({ ...wccHead, pmurl: Type.String(), ...wccTail }) });
export const DeletedEvent = Type.Object({ message: Type.String() });
