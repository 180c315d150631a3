import type { Feature } from "./feature.ts";
import { registration } from "./features/admission/registration/feature.ts";
import { unsubscriptions } from "./features/admission/unsubscriptions/feature.ts";
import { attendance } from "./features/attending/attendance/feature.ts";
import { audienceConsole } from "./features/attending/audience-console/feature.ts";
import { callsToAction } from "./features/attending/calls-to-action/feature.ts";
import { certificates } from "./features/attending/certificates/feature.ts";
import { chat } from "./features/attending/chat/feature.ts";
import { checkIns } from "./features/attending/check-ins/feature.ts";
import { ideas } from "./features/attending/ideas/feature.ts";
import { polls } from "./features/attending/polls/feature.ts";
import { presenters } from "./features/attending/presenters/feature.ts";
import { presenting } from "./features/attending/presenting/feature.ts";
import { questions } from "./features/attending/questions/feature.ts";
import { reactions } from "./features/attending/reactions/feature.ts";
import { resources } from "./features/attending/resources/feature.ts";
import { room } from "./features/attending/room/feature.ts";
import { surveys } from "./features/attending/surveys/feature.ts";
import { tests } from "./features/attending/tests/feature.ts";
import { widgets } from "./features/attending/widgets/feature.ts";
import { accounts } from "./features/base/accounts/feature.ts";
import { files } from "./features/base/files/feature.ts";
import { lookups } from "./features/base/lookups/feature.ts";
import { status } from "./features/base/status/feature.ts";
import { derivatives } from "./features/content/derivatives/feature.ts";
import { hubs } from "./features/content/hubs/feature.ts";
import { imports } from "./features/doors/import/feature.ts";
import { personalLinks } from "./features/doors/personal-links/feature.ts";
import { registrationPage } from "./features/doors/registration-page/feature.ts";
import { seamless } from "./features/doors/seamless/feature.ts";
import { singleSignOn } from "./features/doors/single-sign-on/feature.ts";
import { analytics } from "./features/insight/analytics/feature.ts";
import { attendees } from "./features/insight/attendees/feature.ts";
import { certifications } from "./features/insight/certifications/feature.ts";
import { conversations } from "./features/insight/conversations/feature.ts";
import { counters } from "./features/insight/counters/feature.ts";
import { engagement } from "./features/insight/engagement/feature.ts";
import { scoring } from "./features/insight/scoring/feature.ts";
import { sessions } from "./features/insight/sessions/feature.ts";
import { surveyLibrary } from "./features/insight/survey-library/feature.ts";
import { mailbox } from "./features/mail/mailbox/feature.ts";
import { sending } from "./features/mail/send/feature.ts";
import { tracking } from "./features/mail/tracking/feature.ts";
import { backups } from "./features/staff/backup/feature.ts";
import { demo } from "./features/staff/demo/feature.ts";
import { forgetting } from "./features/staff/forget/feature.ts";
import { signIn } from "./features/staff/sign-in/feature.ts";
import { staffPages } from "./features/staff/staff-pages/feature.ts";
import { captions } from "./features/webinars/captions/feature.ts";
import { eventConsole } from "./features/webinars/console/feature.ts";
import { eventEmails } from "./features/webinars/event-emails/feature.ts";
import { events } from "./features/webinars/events/feature.ts";
import { media } from "./features/webinars/media/feature.ts";
import { slides } from "./features/webinars/slides/feature.ts";
import type { Services } from "./services.ts";

/** What keeps something: events are created and copied, and people forgotten, in this order. */
const keepers: readonly Feature<Services>[] = [
  status,
  accounts,
  lookups,
  files,
  events,
  registration,
  unsubscriptions,
  registrationPage,
  eventConsole,
  eventEmails,
  slides,
  media,
  captions,
  hubs,
  derivatives,
  mailbox,
  sending,
  tracking,
  imports,
  personalLinks,
  singleSignOn,
  seamless,
  attendance,
  presenters,
  room,
  widgets,
  resources,
  callsToAction,
  polls,
  surveys,
  ideas,
  tests,
  certificates,
  questions,
  chat,
  reactions,
  presenting,
  audienceConsole,
  checkIns,
  analytics,
  attendees,
  engagement,
  scoring,
  sessions,
  conversations,
  certifications,
  surveyLibrary,
  counters,
  signIn,
  staffPages,
  demo,
  backups,
];

/** The whole product: remove a row and its folder, and the feature is gone. */
export const features: readonly Feature<Services>[] = [...keepers, forgetting(keepers)];

export const eventParts = features.flatMap(({ eventPart }) => eventPart ?? []);

/** Everything that runs in the background. */
export const jobs = features.flatMap((feature) => feature.jobs ?? []);
