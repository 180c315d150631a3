import type { Static } from "typebox";
import { yesNo } from "../../../../http/flags.ts";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { toMinutes } from "../../../../http/v2/words.ts";
import type { EngagementLevel } from "../../../admission/registration/people/predict-engagement.ts";
import type { WholeAttendee } from "../v2-present.ts";
import type { Profile as ProfileRow } from "./queries.ts";
import type { Profile } from "./v2-schema.ts";

interface WholeProfile {
  readonly profile: ProfileRow;
  readonly level: { engagementlevel?: EngagementLevel; engagementprediction?: EngagementLevel };
  readonly interests: readonly string[];
  readonly attended: readonly WholeAttendee[];
}

export function presentProfile({ profile, level, interests, attended }: WholeProfile): Static<typeof Profile> {
  return {
    ...presentTexts({ company: profile.company }),
    email: profile.email,
    ...presentTexts({ lastname: profile.lastName, firstname: profile.firstName }),
    lifetimeactivity: {
      resources: profile.resources,
      ...level,
      totalengagementminutes: toMinutes(profile.watchedMs),
      totalengagementseconds: toSeconds(profile.watchedMs),
      totaltouches: profile.webinars + profile.resources,
      webinarsattended: profile.webinars,
      ...{ videoswatched: 0, documentsread: 0, webpagesviewed: 0 },
    },
    businessinterests: { keywords: [...interests], lastupdated: formatPacific(profile.lastSeenAt) },
    ...presentTexts({ jobtitle: profile.jobTitle, workphone: profile.workPhone, notes: profile.notes }),
    recentactivities: attended.map(presentActivity),
  };
}

function presentActivity(attendee: WholeAttendee) {
  return {
    eventid: attendee.eventId,
    liveseconds: toSeconds(attendee.liveMs),
    livetime: toMinutes(attendee.liveMs),
    ondemandtime: toMinutes(attendee.archiveMs),
    ondemandseconds: toSeconds(attendee.archiveMs),
    eventtitle: attendee.title,
    attendedarchive: yesNo(attendee.archiveSessions > 0),
    attendedlive: yesNo(attendee.liveSessions > 0),
    lastactivity: formatPacific(attendee.lastActivityAt),
    registrationdate: formatPacific(attendee.registeredAt),
    totalpages: 0,
    resourcesdownloaded: attendee.resourcesDownloaded,
    askedquestions: attendee.questionsAsked,
    answeredpolls: attendee.answeredPolls,
    answeredsurveys: attendee.answeredSurveys,
    ctasaccessed: attendee.ctaClicks,
    ...presentActs(attendee.parts),
    eventuserid: attendee.registrantId,
    ...presentTexts({ exteventusercd: attendee.extEventUserCd }),
  };
}

/** What the parts of an attendee tell, as far as profiles tell it. */
interface Acts {
  readonly resources?: readonly { resourceviewed: string }[];
  readonly questions?: readonly { content?: string; answer?: { content: string } }[];
  readonly polls?: readonly { pollquestion: string; pollanswers: readonly string[] }[];
  readonly surveys?: readonly {
    surveyquestions: readonly { surveyquestion: string; surveyanswers: readonly string[] }[];
  }[];
  readonly calltoactions?: readonly { ctaid: string; ctaname: string; clicks: string; date: string }[];
}

function presentActs({ resources = [], questions = [], polls = [], surveys = [], calltoactions = [] }: Acts) {
  return {
    resources: resources.map(({ resourceviewed }) => ({ resourcename: resourceviewed })),
    questions: questions.map(({ content = "", answer }) => ({
      question: content,
      answer: answer?.content ?? "Unanswered",
    })),
    polls: polls.map(({ pollquestion, pollanswers }) => ({ question: pollquestion, answer: pollanswers.join(", ") })),
    surveys: surveys
      .flatMap(({ surveyquestions }) => surveyquestions)
      .map(({ surveyquestion, surveyanswers }) => ({ question: surveyquestion, answer: surveyanswers.join(", ") })),
    calltoactions: calltoactions.map(({ ctaid, ctaname, clicks, date }) => ({ ctaid, ctaname, clicks, date })),
  };
}

function toSeconds(ms: number): number {
  return Math.round(ms / 1000);
}

function presentTexts<Key extends string>(texts: Record<Key, string | null>): Partial<Record<Key, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== null)) as Partial<
    Record<Key, string>
  >;
}
