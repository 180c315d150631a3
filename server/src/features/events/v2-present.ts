import type { Selectable } from "kysely";
import type { Static } from "typebox";
import type { Events } from "../../db/types.ts";
import { formatEventLocal, formatPacific, shortZoneName } from "../../http/v2/dates.ts";
import { yesNo } from "../../http/v2/flags.ts";
import { eventTypes } from "../lookups/event-types.ts";
import type { ListedEvent as ListedEventRow } from "./queries.ts";
import type { CreatedEvent, EventDetail, ListedEvent } from "./v2-schema.ts";

const MINUTES_PER_DAY = 1440;

export function presentListedEvent(event: ListedEventRow, publicUrl: string): ListedEvent {
  return { eventanalytics: presentAnalytics(event), ...presentEvent(event, publicUrl) };
}

export function presentEventDetail(event: ListedEventRow, publicUrl: string): EventDetail {
  return {
    eventanalytics: {
      ...presentAnalytics(event),
      noshowcount: event.registrants - event.attendees,
      registrationpagehits: event.registrationPageHits,
      numberofquestionsasked: event.questionsAsked,
      numberofquestionsanswered: event.questionsAnswered,
      numberofpollspushed: event.pollsPushed,
      numberofpollresponses: event.pollResponses,
      numberofsurveyspresented: event.surveysPresented,
      numberofsurveyresponses: event.surveyResponses,
      sharethiswidgetuniqueviews: event.shareViewers,
      sharethiswidgettotalviews: event.shareViews,
      twitterwidgetuniqueviews: event.twitterViewers,
      twitterwidgettotalviews: event.twitterViews,
      numberofctaclicks: event.ctaClicks,
      numberofmeetingconversions: event.meetingConversions,
      numberofdemoconversions: event.demoConversions,
      numberoffreetrialrequests: event.freeTrialRequests,
      numberofdrifts: event.drifts,
      numberofgroupchatmessagessubmitted: event.chatMessages,
      numberofresourcesavailable: event.resourcesAvailable,
      attendeeswhodownloadedresource: event.resourceDownloaders,
      uniqueattendeeresourcedownloads: event.resourceDownloads,
      numberoftestssubmitted: event.testsSubmitted,
      numberoftestspassed: event.testsPassed,
      eventengagementscore: Math.round(event.engagementScore * 10) / 10,
    },
    ...presentEvent(event, publicUrl),
    eventname: event.title,
    eventduration: event.durationMinutes,
    goodtill: formatPacific(event.archiveEndsAt),
  };
}

function presentAnalytics(event: ListedEventRow) {
  const live = toMinutes(event.liveSeconds);
  const archive = toMinutes(event.archiveSeconds);
  return {
    totalregistrants: event.registrants,
    totalattendees: event.attendees,
    liveattendees: event.liveAttendees,
    ondemandattendees: event.onDemandAttendees,
    averageliveminutes: average(event.liveSeconds, event.liveAttendees),
    averagecumulativeliveminutes: average(event.liveSeconds, event.liveAttendees),
    averagearchiveminutes: average(event.archiveSeconds, event.onDemandAttendees),
    averagecumulativearchiveminutes: average(event.archiveSeconds, event.onDemandAttendees),
    totalcumulativeliveminutes: live,
    totalcumulativearchiveminutes: archive,
    totalcumulativeminutes: live + archive,
    totalmediaplayerminutes: live + archive,
    totallivemediaplayerminutes: live,
    totalarchivemediaplayerminutes: archive,
  };
}

/** To the nearest minute; more than none counts as one. */
function toMinutes(seconds: number): number {
  return seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0;
}

function average(seconds: number, people: number): number {
  return people > 0 ? toMinutes(seconds / people) : 0;
}

function presentEvent(event: ListedEventRow, publicUrl: string): Omit<ListedEvent, "eventanalytics"> {
  return {
    eventid: event.id,
    clientid: event.clientId,
    goodafter: formatPacific(event.startsAt),
    isactive: event.isActive,
    regrequired: true,
    description: event.title,
    ...(event.promotionalSummary !== null && { promotionalsummary: event.promotionalSummary }),
    regnotificationrequired: true,
    displaytimezonecd: event.timeZone,
    eventtype: eventTypes.find(({ value }) => value === event.type)?.label ?? event.type,
    createtimestamp: formatPacific(event.createdAt),
    localelanguagecd: event.languageCode,
    ...(event.countryCode !== null && { localecountrycd: event.countryCode }),
    lastmodified: formatPacific(event.modifiedAt),
    lastupdated: formatPacific(event.lastActivityAt),
    iseliteexpired: "N",
    livestart: formatPacific(event.liveStartsAt),
    liveend: formatPacific(event.liveEndsAt),
    archivestart: formatPacific(event.archiveStartsAt),
    archiveend: formatPacific(event.archiveEndsAt),
    scheduledeventduration: event.durationMinutes,
    ...(event.profileName !== null && { eventprofile: `${event.profileName} (${event.eventProfileId})` }),
    streamtype: "video",
    audiencekey: event.audienceKey,
    ...presentAddresses(event, publicUrl),
    contenttype: event.contentType,
    ...(event.campaignCode !== null && { campaigncode: event.campaignCode, eventlocation: event.campaignCode }),
    ...(event.createdBy !== null && { createdby: event.createdBy }),
    ishybridevent: event.isHybrid,
    partnerrefstats: event.partnerTotals,
    tags: event.campaignTags,
    funnelstages: event.funnelStages,
    istestevent: event.isTest,
    customaccounttags: event.accountTags,
  };
}

function presentAddresses(event: Selectable<Events>, publicUrl: string) {
  const staff = `?e=${event.id}&k=${event.staffKey}`;
  return {
    audienceurl: `${publicUrl}/wcc/r/${event.id}/${event.audienceKey}`,
    reporturl: `${publicUrl}/webcast/report${staff}`,
    uploadurl: `${publicUrl}/webcast/login`,
    pmurl: `${publicUrl}/webcast/present${staff}`,
    previewurl: `${publicUrl}/webcast/previewlobby${staff}`,
  };
}

/** Switches of ON24's own production tools, which parsers expect; here they have only this one position. */
const foreignSwitches = {
  monthsAvailableToExtend: -1,
  canExtendArchive: false,
  autoArchiveProcessed: false,
  showFaaBridgeNumber: false,
  showColossusLink: false,
  rolloverAudio: false,
  rolloverAudioDisabled: false,
  defaultPlayerConsoleTemplateId: 0,
  simuliveWaitingMode: false,
  simuliveEPMode: false,
};

export function presentCreatedEvent(event: ListedEventRow, publicUrl: string, now: Date): Static<typeof CreatedEvent> {
  const local = (instant: Date) => formatEventLocal(instant, event.timeZone);
  const addresses = presentAddresses(event, publicUrl);
  const archiveMs = event.archiveEndsAt.getTime() - event.archiveStartsAt.getTime();
  return {
    wccevent: {
      eventId: event.id,
      title: event.title,
      ...(event.abstract !== null && { eventAbstract: event.abstract }),
      ...(event.promotionalSummary !== null && { promotionalSummary: event.promotionalSummary }),
      liveStart: local(event.liveStartsAt),
      liveDuration: event.durationMinutes * 60,
      liveEnd: local(event.liveEndsAt),
      archiveStart: local(event.archiveStartsAt),
      archiveEnd: local(event.archiveEndsAt),
      clientId: event.clientId,
      timeZone: event.timeZone,
      eventType: event.type,
      goodAfter: local(event.startsAt),
      audienceUrl: addresses.audienceurl,
      reportsUrl: addresses.reporturl,
      previewUrl: addresses.previewurl,
      archiveDuration: Math.round(archiveMs / 60_000 / MINUTES_PER_DAY) * MINUTES_PER_DAY,
      shortTimeZone: shortZoneName(event.startsAt, event.timeZone),
      isLiveStartPast: event.liveStartsAt <= now,
      isLiveEndPast: event.liveEndsAt <= now,
      archiveEndInPast: event.archiveEndsAt <= now,
      archiveAvailable: event.isArchiveAvailable,
      canManipulateArchive: false,
      canToggleArchiveAvailability: event.archiveEndsAt > now,
      languageCd: event.languageCode,
      countryCd: event.countryCode ?? "",
      sourceEventId: event.sourceEventId ?? 0,
      ...foreignSwitches,
      simuliveMode: event.type === "simulive",
      tags: event.campaignTags,
      customaccounttags: event.accountTags,
      PMUrl: addresses.pmurl,
      hybrid: yesNo(event.isHybrid),
      ...(event.venue !== null && { venue: event.venue }),
      ...(event.address !== null && { address: event.address }),
      testevent: yesNo(event.isTest),
      ...(event.campaignCode !== null && { campaignCode: event.campaignCode }),
    },
  };
}
