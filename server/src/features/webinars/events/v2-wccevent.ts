import type { Selectable } from "kysely";
import type { Static } from "typebox";
import type { Events } from "../../../db/types.ts";
import { yesNo } from "../../../http/flags.ts";
import { formatEventLocal } from "../../../http/v2/dates.ts";
import { shortZoneName } from "../../../lib/zone-name.ts";
import type { AccountTag } from "./account-tags.ts";
import { encoderAddresses, eventAddresses } from "./addresses.ts";
import { hasBegun, phaseOf } from "./event-phase.ts";
import type { CreatedEvent, UpdatedEvent } from "./v2-schema.ts";

/** What an answer depends on beside the event. */
interface Setting {
  readonly publicUrl: string;
  readonly now: Date;
}

export interface TaggedEvent extends Selectable<Events> {
  readonly accountTags: AccountTag[];
}

const MINUTES_PER_DAY = 1440;

export function presentCreatedEvent(event: TaggedEvent, setting: Setting): Static<typeof CreatedEvent> {
  const { present } = eventAddresses(event, setting.publicUrl);
  return { wccevent: { ...presentHead(event, setting), PMUrl: present, ...presentTail(event, setting) } };
}

/** Published with the presenters' address under another name, and otherwise the same. */
export function presentUpdatedEvent(event: TaggedEvent, setting: Setting): Static<typeof UpdatedEvent> {
  const { present } = eventAddresses(event, setting.publicUrl);
  return { wccevent: { ...presentHead(event, setting), pmurl: present, ...presentTail(event, setting) } };
}

function presentHead(event: TaggedEvent, setting: Setting) {
  return {
    eventId: event.id,
    title: event.title,
    ...(event.abstract !== null && { eventAbstract: event.abstract }),
    ...(event.promotionalSummary !== null && { promotionalSummary: event.promotionalSummary }),
    ...presentTimes(event, setting),
    ...presentCourse(event, setting),
    languageCd: event.languageCode,
    countryCd: event.countryCode ?? "",
    ...(event.campaignCode !== null && { campaignCode: event.campaignCode }),
    sourceEventId: event.sourceEventId ?? 0,
    rolloverAudio: false,
    rolloverAudioDisabled: false,
    tags: event.campaignTags,
    customaccounttags: event.accountTags,
    defaultPlayerConsoleTemplateId: 0,
    simuliveWaitingMode: false,
  };
}

function presentTimes(event: TaggedEvent, { publicUrl }: Setting) {
  const local = (instant: Date) => formatEventLocal(instant, event.timeZone);
  const addresses = eventAddresses(event, publicUrl);
  const archiveMs = event.archiveEndsAt.getTime() - event.archiveStartsAt.getTime();
  return {
    liveStart: local(event.liveStartsAt),
    liveDuration: event.durationMinutes * 60,
    liveEnd: local(event.liveEndsAt),
    archiveStart: local(event.archiveStartsAt),
    archiveEnd: local(event.archiveEndsAt),
    clientId: event.clientId,
    timeZone: event.timeZone,
    eventType: event.type,
    goodAfter: local(event.startsAt),
    audienceUrl: addresses.audience,
    reportsUrl: addresses.report,
    previewUrl: addresses.preview,
    // Whole days by the calendar, also where clocks were changed in between.
    archiveDuration: Math.round(archiveMs / 60_000 / MINUTES_PER_DAY) * MINUTES_PER_DAY,
    shortTimeZone: shortZoneName(event.startsAt, event.timeZone),
  };
}

/** How far the event is, among switches of ON24's own production tools, which have only this one position here. */
function presentCourse(event: TaggedEvent, { now }: Setting) {
  return {
    isLiveStartPast: event.liveStartsAt <= now,
    isLiveEndPast: hasBegun(event, now) && phaseOf(event, now) !== "live",
    archiveEndInPast: event.archiveEndsAt <= now,
    monthsAvailableToExtend: -1,
    canExtendArchive: false,
    archiveAvailable: event.isArchiveAvailable,
    autoArchiveProcessed: false,
    canManipulateArchive: false,
    canToggleArchiveAvailability: event.archiveEndsAt > now,
    showFaaBridgeNumber: false,
    showColossusLink: false,
  };
}

function presentTail(event: TaggedEvent, { publicUrl }: Setting) {
  return {
    simuliveEPMode: false,
    simuliveMode: event.type === "simulive",
    hybrid: yesNo(event.isHybrid),
    ...(event.venue !== null && { venue: event.venue }),
    ...(event.address !== null && { address: event.address }),
    testevent: yesNo(event.isTest),
    ...(event.type === "encodeonsite" && { encoders: presentEncoders(event, publicUrl) }),
  };
}

function presentEncoders(event: TaggedEvent, publicUrl: string) {
  return encoderAddresses(event, publicUrl).map(({ name, url, streamId }) => ({
    encoder: name,
    url,
    streamid: streamId,
  }));
}
