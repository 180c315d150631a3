import { yesNo } from "../../../http/flags.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import { toMinutes } from "../../../http/v2/words.ts";
import { eventTypes } from "../../base/lookups/event-types.ts";
import { addressesFor } from "../../webinars/events/addresses.ts";
import { expiresAt, phaseOf } from "../../webinars/events/event-phase.ts";
import { engagementScoreOf } from "./event-score.ts";
import type { EventWithScore, ListedEvent as ListedEventRow } from "./queries.ts";
import type { EventDetail, ListedEvent } from "./v2-schema.ts";

/** What an answer depends on beside the event. */
interface Setting {
  readonly publicUrl: string;
  /** Whether the caller may have the presenters' key, which starts and ends events. */
  readonly mayPresent: boolean;
  readonly now: Date;
}

export function presentListedEvent(event: ListedEventRow, setting: Setting): ListedEvent {
  return { eventanalytics: presentAnalytics(event), ...presentEvent(event, setting) };
}

export function presentEventDetail(event: EventWithScore, setting: Setting): EventDetail {
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
      eventengagementscore: engagementScoreOf(event),
    },
    ...presentEvent(event, setting),
    eventname: event.title,
    eventduration: event.durationMinutes,
    goodtill: formatPacific(expiresAt(event)),
  };
}

function presentAnalytics(event: ListedEventRow) {
  const { liveAttendees, onDemandAttendees } = event;
  return {
    totalregistrants: event.registrants,
    totalattendees: event.attendees,
    liveattendees: liveAttendees,
    ondemandattendees: onDemandAttendees,
    averageliveminutes: average(event.liveMs, liveAttendees),
    averagecumulativeliveminutes: average(event.cumulativeLiveMs, liveAttendees),
    averagearchiveminutes: average(event.archiveMs, onDemandAttendees),
    averagecumulativearchiveminutes: average(event.cumulativeArchiveMs, onDemandAttendees),
    totalcumulativeliveminutes: toMinutes(event.cumulativeLiveMs),
    totalcumulativearchiveminutes: toMinutes(event.cumulativeArchiveMs),
    totalcumulativeminutes: toMinutes(event.cumulativeLiveMs + event.cumulativeArchiveMs),
    totalmediaplayerminutes: toMinutes(event.liveMediaMs + event.archiveMediaMs),
    totallivemediaplayerminutes: toMinutes(event.liveMediaMs),
    totalarchivemediaplayerminutes: toMinutes(event.archiveMediaMs),
  };
}

function average(ms: number, people: number): number {
  return people > 0 ? toMinutes(ms / people) : 0;
}

function presentEvent(event: ListedEventRow, setting: Setting): Omit<ListedEvent, "eventanalytics"> {
  const { now } = setting;
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
    iseliteexpired: yesNo(phaseOf(event, now) === "expired"),
    livestart: formatPacific(event.liveStartsAt),
    liveend: formatPacific(event.liveEndsAt),
    archivestart: formatPacific(event.archiveStartsAt),
    archiveend: formatPacific(event.archiveEndsAt),
    scheduledeventduration: event.durationMinutes,
    ...(event.profileName !== null && { eventprofile: `${event.profileName} (${event.eventProfileId})` }),
    streamtype: "video",
    audiencekey: event.audienceKey,
    ...presentAddresses(event, setting),
    contenttype: event.contentType,
    ...(event.campaignCode !== null && { campaigncode: event.campaignCode, eventlocation: event.campaignCode }),
    ...(event.createdBy !== null && { createdby: event.createdBy }),
    ishybridevent: event.isHybrid,
    partnerrefstats: event.partnerTotals,
    tags: event.campaignTags,
    funnelstages: event.funnelStages,
    speakers: event.speakers,
    istestevent: event.isTest,
    customaccounttags: event.accountTags,
  };
}

function presentAddresses(event: ListedEventRow, { publicUrl, mayPresent }: Setting) {
  const { audience, report, upload, present, preview } = addressesFor({ mayPresent }, event, publicUrl);
  return { audienceurl: audience, reporturl: report, uploadurl: upload, pmurl: present, previewurl: preview };
}
