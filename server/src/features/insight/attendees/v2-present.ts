import { yesNo } from "../../../http/flags.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import { presentLaunchMode, toMinutes } from "../../../http/v2/words.ts";
import { profileAddress } from "../../webinars/events/addresses.ts";
import type { ListedAttendee } from "./queries.ts";
import type { Attendee } from "./v2-schema.ts";

export type WholeAttendee = ListedAttendee & { readonly parts: object };

/** In a list of one event, where the event is told once. */
export function presentInEvent(attendee: WholeAttendee, publicUrl: string): Attendee {
  const attendeesessions = attendee.liveSessions + attendee.archiveSessions;
  return { ...presentAttendee(attendee, publicUrl), attendeesessions, ...attendee.parts };
}

/** In a list of many events. */
export function presentInClient(attendee: WholeAttendee, publicUrl: string): Attendee {
  const { clientId, eventId } = attendee;
  return { clientid: clientId, eventid: eventId, ...presentAttendee(attendee, publicUrl), ...attendee.parts };
}

const lateKeys = [
  "firstliveactivity",
  "lastliveactivity",
  "firstarchiveactivity",
  "lastarchiveactivity",
  "askedquestions",
  "resourcesdownloaded",
  "answeredpolls",
  "answeredsurveys",
  "cumulativeliveminutes",
  "cumulativearchiveminutes",
] as const satisfies readonly (keyof Attendee)[];

/** As published for callers who want nothing that comes late at ON24. */
export function withoutLate(attendee: Attendee): Attendee {
  const timely = { ...attendee };
  for (const key of lateKeys) delete timely[key];
  return timely;
}

function presentAttendee(attendee: ListedAttendee, publicUrl: string): Attendee {
  return {
    ...presentPerson(attendee),
    liveminutes: toMinutes(attendee.liveMs),
    liveviewed: attendee.liveOpens,
    ...presentInstants({ firstliveactivity: attendee.firstLiveAt, lastliveactivity: attendee.lastLiveAt }),
    archiveminutes: toMinutes(attendee.archiveMs),
    archiveviewed: attendee.archiveOpens,
    ...presentInstants({ firstarchiveactivity: attendee.firstArchiveAt, lastarchiveactivity: attendee.lastArchiveAt }),
    askedquestions: attendee.questionsAsked,
    resourcesdownloaded: attendee.resourcesDownloaded,
    answeredpolls: attendee.answeredPolls,
    answeredsurveys: attendee.answeredSurveys,
    answeredsurveyquestions: attendee.answeredSurveyQuestions,
    launchmode: presentLaunchMode(attendee.launchMode),
    cumulativeliveminutes: toMinutes(attendee.cumulativeLiveMs),
    cumulativearchiveminutes: toMinutes(attendee.cumulativeArchiveMs),
    livemediaplayerminutes: toMinutes(attendee.liveMediaMs),
    archivemediaplayerminutes: toMinutes(attendee.archiveMediaMs),
    engagementscore: attendee.engagementTenths / 10,
    userprofileurl: profileAddress({ clientId: attendee.clientId, id: attendee.registrantId }, publicUrl),
  };
}

function presentPerson(attendee: ListedAttendee) {
  const { extEventUserCd, campaignCode, sourceCampaignCode, sourceEventId, partnerRef, attendancePartnerRef } =
    attendee;
  return {
    email: attendee.email,
    eventuserid: attendee.registrantId,
    ...(extEventUserCd !== null && { exteventusercd: extEventUserCd }),
    userstatus: attendee.status,
    isblocked: yesNo(attendee.isBlocked),
    ...(campaignCode !== null && { campaigncode: campaignCode }),
    ...(sourceCampaignCode !== null && { sourcecampaigncode: sourceCampaignCode }),
    ...(sourceEventId !== null && { sourceeventid: sourceEventId }),
    ...(partnerRef !== null && { partnerref: partnerRef }),
    ...(attendancePartnerRef !== null && { attendancepartnerref: attendancePartnerRef }),
  };
}

function presentInstants(instants: Record<string, Date | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(instants).flatMap(([key, instant]) => (instant === null ? [] : [[key, formatPacific(instant)]])),
  );
}
