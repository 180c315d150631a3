// Generated from the migrations by `npm run generate`; do not edit.

import type { Generated, GeneratedAlways } from "kysely";

export interface AccountTagGroups {
  clientId: number;
  id: Generated<number>;
  name: string;
}

export interface AccountTags {
  clientId: number;
  id: Generated<number>;
  groupId: number;
  name: string;
}

export interface ApiTokens {
  clientId: number;
  id: Generated<number>;
  userId: number | null;
  name: string;
  key: string;
  secretHash: Buffer;
  access: string[];
  isActive: Generated<boolean>;
  disabledAt: Date | null;
  disabledBecause: string | null;
  enabledAt: Generated<Date>;
  lastUsedAt: Date | null;
  createdAt: Generated<Date>;
}

export interface Attendees {
  clientId: number;
  eventId: number;
  registrantId: number;
  firstJoinedAt: Date;
  lastActivityAt: Date;
  launchMode: Generated<string>;
  attendancePartnerRef: string | null;
  liveSessions: Generated<number>;
  archiveSessions: Generated<number>;
  liveOpens: Generated<number>;
  archiveOpens: Generated<number>;
  firstLiveAt: Date | null;
  lastLiveAt: Date | null;
  firstArchiveAt: Date | null;
  lastArchiveAt: Date | null;
  liveMs: Generated<number>;
  archiveMs: Generated<number>;
  liveMediaMs: Generated<number>;
  archiveMediaMs: Generated<number>;
  liveSpans: Generated<string>;
  archiveSpans: Generated<string>;
  cumulativeLiveMs: Generated<number>;
  cumulativeArchiveMs: Generated<number>;
  positionSeconds: number | null;
  answeredPolls: Generated<number>;
  answeredSurveys: Generated<number>;
  answeredSurveyQuestions: Generated<number>;
  questionsAsked: Generated<number>;
  chatMessages: Generated<number>;
  reactions: Generated<number>;
  resourcesDownloaded: Generated<number>;
  widgetsOpened: Generated<number>;
  ctaClicks: Generated<number>;
  conversions: Generated<number>;
  engagementTenths: Generated<number>;
}

export interface Backups {
  id: GeneratedAlways<number>;
  madeAt: Date;
  byteSize: number;
}

export interface CalendarReminders {
  clientId: number;
  eventId: number;
  minutesBefore: number | null;
  subject: string;
  location: string;
  body: string;
  modifiedAt: Generated<Date>;
}

export interface CallToActionPushes {
  clientId: number;
  eventId: number;
  widgetId: number;
  pushedAt: Date;
  withdrawnAt: Date | null;
}

export interface Captions {
  clientId: number;
  eventId: number;
  language: string;
  label: string;
  vtt: string;
  createdAt: Generated<Date>;
}

export interface Certificates {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  widgetId: number;
  registrantId: number;
  widgetName: string;
  title: string;
  partialCredit: string | null;
  credits: number | null;
  holder: string | null;
  number: string;
  earnedAt: Date;
}

export interface Changes {
  clientId: number;
  id: GeneratedAlways<number>;
  eventId: number | null;
  kind: string;
  subjectId: number | null;
  actor: string;
  happenedAt: Generated<Date>;
  fields: string[] | null;
}

export interface ChatLines {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  registrantId: number | null;
  presenterId: number | null;
  text: string | null;
  saidAt: Date;
  isShown: boolean;
  isPractice: Generated<boolean>;
  deletedAt: Date | null;
  deletedBy: number | null;
  questionId: number | null;
}

export interface ChatPeople {
  clientId: number;
  registrantId: number;
  eventId: number;
  views: Generated<number>;
  lastSaidAt: Date | null;
}

export interface CheckIns {
  clientId: number;
  registrantId: number;
  eventId: number;
  checkedInAt: Date;
  isCounted: Generated<boolean>;
}

export interface Clients {
  id: Generated<number>;
  parentId: number | null;
  path: number[];
  name: string;
  isActive: Generated<boolean>;
  isGlobal: Generated<boolean>;
  contractEndsAt: Date | null;
  createdAt: Generated<Date>;
  redirectHosts: Generated<string[]>;
  mailFrom: string | null;
}

export interface Contacts {
  clientId: number;
  id: Generated<number>;
  role: string;
  firstName: string;
  lastName: string;
  email: string;
  primaryPhone: string | null;
  secondaryPhone: string | null;
}

export interface Contents {
  clientId: number;
  eventId: number;
  mediaId: number | null;
  url: string | null;
  derivativeId: number | null;
  text: string | null;
}

export interface Conversions {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  registrantId: number;
  widgetId: number;
  widgetName: string;
  purpose: string;
  address: string | null;
  message: string | null;
  convertedAt: Date;
}

export interface Derivatives {
  clientId: number;
  id: Generated<number>;
  kind: string;
  sourceEventId: number;
  title: string;
  text: Generated<string>;
  state: Generated<string>;
  reason: string | null;
  claimedAt: Date | null;
  attempts: Generated<number>;
  tags: Generated<string[]>;
  funnelStages: Generated<string[]>;
  contentId: number | null;
  createdBy: string | null;
  createdAt: Generated<Date>;
  modifiedAt: Generated<Date>;
  deletedAt: Date | null;
}

export interface EngagementGains {
  clientId: number;
  eventId: number;
  id: GeneratedAlways<number>;
  tenths: number;
}

export interface EngagementModels {
  clientId: number;
  version: number;
  weights: unknown;
  changedAt: Date;
  total: number;
  done: Generated<number>;
  scoredTo: Generated<number>;
  finishedAt: Date | null;
}

export interface EventEmails {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  kind: string;
  isActivated: boolean;
  timing: string;
  customAt: Date | null;
  fromLabel: string;
  replyTo: string | null;
  subject: string;
  body: string;
  modifiedAt: Generated<Date>;
  dispatchedAt: Date | null;
}

export interface EventGates {
  clientId: number;
  eventId: number;
  gate: string;
  doors: string[];
  settings: Generated<unknown>;
  modifiedAt: Generated<Date>;
}

export interface EventMailTotals {
  clientId: number;
  eventId: number;
  kind: string;
  sent: Generated<number>;
  bounced: Generated<number>;
  opened: Generated<number>;
  clicked: Generated<number>;
}

export interface EventMarks {
  clientId: number;
  eventId: number;
  atMs: number;
  kind: string;
  ref: number;
  page: Generated<number>;
  firedFor: Date | null;
}

export interface EventPartnerTotals {
  clientId: number;
  eventId: number;
  partnerRef: string;
  registrants: number;
}

export interface EventProfiles {
  clientId: number;
  id: Generated<number>;
  name: string;
}

export interface EventTotals {
  clientId: number;
  eventId: number;
  registrants: Generated<number>;
  attendees: Generated<number>;
  liveAttendees: Generated<number>;
  onDemandAttendees: Generated<number>;
  liveMs: Generated<number>;
  archiveMs: Generated<number>;
  registrationPageHits: Generated<number>;
  questionsAsked: Generated<number>;
  questionsAnswered: Generated<number>;
  pollsPushed: Generated<number>;
  pollResponses: Generated<number>;
  surveysPresented: Generated<number>;
  surveyResponses: Generated<number>;
  shareViewers: Generated<number>;
  shareViews: Generated<number>;
  twitterViewers: Generated<number>;
  twitterViews: Generated<number>;
  ctaClicks: Generated<number>;
  meetingConversions: Generated<number>;
  demoConversions: Generated<number>;
  freeTrialRequests: Generated<number>;
  drifts: Generated<number>;
  chatMessages: Generated<number>;
  resourcesAvailable: Generated<number>;
  resourceDownloaders: Generated<number>;
  resourceDownloads: Generated<number>;
  testsSubmitted: Generated<number>;
  testsPassed: Generated<number>;
  lastActivityAt: Generated<Date>;
  liveMediaMs: Generated<number>;
  archiveMediaMs: Generated<number>;
  cumulativeLiveMs: Generated<number>;
  cumulativeArchiveMs: Generated<number>;
  contactRequests: Generated<number>;
  pricingRequests: Generated<number>;
  engagementTenths: Generated<number>;
}

export interface EventVideos {
  clientId: number;
  eventId: number;
  mediaId: number;
  position: number;
}

export interface Events {
  clientId: number;
  id: Generated<number>;
  title: string;
  abstract: string | null;
  promotionalSummary: string | null;
  type: string;
  contentType: string;
  languageCode: string;
  countryCode: string | null;
  timeZone: string;
  startsAt: Date;
  durationMinutes: number;
  liveStartsAt: Date;
  liveEndsAt: Date;
  archiveStartsAt: Date;
  archiveEndsAt: Date;
  isArchiveAvailable: Generated<boolean>;
  isActive: Generated<boolean>;
  isRegistrationOpen: Generated<boolean>;
  isTest: Generated<boolean>;
  isHybrid: Generated<boolean>;
  venue: string | null;
  address: string | null;
  campaignCode: string | null;
  campaignTags: Generated<string[]>;
  funnelStages: Generated<string[]>;
  accountTagIds: Generated<number[]>;
  eventProfileId: number | null;
  isApiExcluded: Generated<boolean>;
  audienceKey: string;
  previewKey: string;
  sourceEventId: number | null;
  createdBy: string | null;
  createdAt: Generated<Date>;
  modifiedAt: Generated<Date>;
  deletedAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  streamKey: Generated<string>;
  guardsAllDoors: Generated<boolean>;
  embedOrigins: Generated<string[]>;
  calendarSequence: Generated<number>;
  presentKey: string;
  reportKey: string;
}

export interface Files {
  clientId: number;
  id: Generated<number>;
  key: string;
  name: string;
  mediaType: string;
  byteSize: number;
  isSet: Generated<boolean>;
  state: Generated<string>;
  createdBy: string | null;
  createdAt: Generated<Date>;
}

export interface Forgettings {
  clientId: number;
  id: Generated<number>;
  scope: string;
  eventId: number | null;
  actor: string;
  askedAt: Generated<Date>;
  completedAt: Date | null;
  people: number;
}

export interface ForgottenPeople {
  clientId: number;
  forgettingId: number;
  registrantClientId: number;
  registrantId: number;
  eventId: number;
  statusBefore: string;
  overwritten: string[] | null;
  forgottenAt: Date | null;
}

export interface GroupChats {
  clientId: number;
  eventId: number;
  id: Generated<number>;
  mode: Generated<string>;
  slowModeSeconds: Generated<number>;
  pinnedLineId: number | null;
  viewers: Generated<number>;
  views: Generated<number>;
}

export interface HubCategories {
  clientId: number;
  hubId: number;
  id: Generated<number>;
  name: string;
  position: number;
}

export interface HubContents {
  clientId: number;
  hubId: number;
  contentId: number;
  position: number;
  publishedAt: Date | null;
  removedAt: Date | null;
  thumbnailFileId: number | null;
  tags: Generated<string[]>;
  categoryIds: Generated<number[]>;
  filterIds: Generated<number[]>;
  views: Generated<number>;
  viewers: Generated<number>;
  viewingSeconds: Generated<number>;
  downloads: Generated<number>;
  likes: Generated<number>;
  dislikes: Generated<number>;
  comments: Generated<number>;
  shares: Generated<number>;
}

export interface HubFilters {
  clientId: number;
  hubId: number;
  id: Generated<number>;
  groupName: string;
  name: string;
  position: number;
}

export interface HubReactions {
  clientId: number;
  id: Generated<number>;
  hubId: number;
  contentId: number;
  visitorId: string;
  kind: string;
  text: string | null;
  happenedAt: Date;
}

export interface HubSettings {
  clientId: number;
  hubId: number;
  slug: string;
  viewers: Generated<number>;
}

export interface HubViews {
  clientId: number;
  id: Generated<number>;
  hubId: number;
  contentId: number;
  visitorId: string;
  openedAt: Date;
  seconds: Generated<number>;
}

export interface IdeaTopics {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  position: number;
  title: string;
  createdAt: Generated<Date>;
  deletedAt: Date | null;
}

export interface IdeaVotes {
  clientId: number;
  ideaId: number;
  registrantId: number;
  votedAt: Date;
}

export interface Ideas {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  topicId: number;
  topic: string;
  parentId: number | null;
  registrantId: number;
  text: string | null;
  votes: Generated<number>;
  votedAt: Date | null;
  createdAt: Date;
  deletedAt: Date | null;
  deletedBy: string | null;
}

export interface IdentityProviders {
  clientId: number;
  id: Generated<number>;
  name: string;
  purposes: string[];
  entityId: string;
  ssoUrl: string;
  sloUrl: string | null;
  certificates: string[];
  attributes: Generated<unknown>;
  isActive: Generated<boolean>;
  areRequestsSigned: Generated<boolean>;
  isUnsolicitedAllowed: Generated<boolean>;
  createsUsers: Generated<boolean>;
  metadataUrl: string | null;
  metadataFetchedAt: Date | null;
  metadataFault: string | null;
  createdAt: Generated<Date>;
  modifiedAt: Generated<Date>;
}

export interface ImportRows {
  clientId: number;
  importId: number;
  rowNumber: number;
  given: unknown | null;
  email: string | null;
  outcome: string | null;
  status: string | null;
  code: string | null;
  reason: string | null;
  registrantId: number | null;
  emailKey: string | null;
}

export interface Imports {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  isDryRun: boolean;
  isRequiredHonored: boolean;
  areOptionsHonored: boolean;
  idempotencyKey: string | null;
  contentHash: Buffer;
  ignoredColumns: Generated<string[]>;
  state: Generated<string>;
  reason: string | null;
  claimedAt: Date | null;
  attempts: Generated<number>;
  rowCount: Generated<number>;
  createdCount: Generated<number>;
  updatedCount: Generated<number>;
  waitingCount: Generated<number>;
  refusedCount: Generated<number>;
  invalidCount: Generated<number>;
  actor: string;
  createdAt: Generated<Date>;
  endedAt: Date | null;
  deletedAt: Date | null;
}

export interface MailSenders {
  id: string;
  seenAt: Generated<Date>;
}

export interface Mailbox {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  registrantId: number;
  kind: string;
  sender: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  calendar: string | null;
  createdAt: Generated<Date>;
}

export interface Mails {
  clientId: number;
  eventId: number;
  registrantId: number;
  kind: string;
  occasion: Generated<string>;
  state: Generated<string>;
  dueAt: Generated<Date>;
  attempts: Generated<number>;
  claimedBy: string | null;
  sentAt: Date | null;
  reason: string | null;
  openedAt: Date | null;
  clickedAt: Date | null;
  isBroadcast: Generated<boolean>;
}

export interface Media {
  clientId: number;
  id: Generated<number>;
  kind: string;
  title: string;
  externalId: string | null;
  fileId: number;
  state: Generated<string>;
  reason: string | null;
  claimedAt: Date | null;
  attempts: Generated<number>;
  streamFileId: number | null;
  posterFileId: number | null;
  durationSeconds: number | null;
  width: number | null;
  height: number | null;
  pageCount: number | null;
  createdBy: string | null;
  createdAt: Generated<Date>;
  deletedAt: Date | null;
}

export interface Openings {
  clientId: number;
  eventId: number;
  registrantId: number;
  kind: string;
  thingId: number;
  name: string;
  address: string | null;
  opens: number;
  firstOpenedAt: Date;
  lastOpenedAt: Date;
}

export interface PollAnonymousTexts {
  clientId: number;
  questionId: number;
  id: Generated<string>;
  answer: string;
}

export interface PollAnswers {
  clientId: number;
  pollId: number;
  registrantId: number;
  questionId: number;
  positions: number[] | null;
  answer: string | null;
  answeredAt: Date | null;
}

export interface PollOptions {
  clientId: number;
  questionId: number;
  position: number;
  answer: string;
  isRight: Generated<boolean>;
  votes: Generated<number>;
}

export interface PollQuestions {
  clientId: number;
  id: Generated<number>;
  pollId: number;
  type: string;
  question: string;
  answers: Generated<number>;
  createdAt: Generated<Date>;
  replacedAt: Date | null;
}

export interface PollRuns {
  clientId: number;
  pollId: number;
  isPractice: boolean;
  firstPushedAt: Date;
  isOpen: boolean;
  isPublished: Generated<boolean>;
}

export interface Polls {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  position: number;
  isAnonymous: Generated<boolean>;
  isChangeAllowed: Generated<boolean>;
  isResultShown: Generated<boolean>;
  isOnDemand: Generated<boolean>;
  createdAt: Generated<Date>;
  deletedAt: Date | null;
}

export interface PresenterSessions {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  presenterId: number;
  tab: string;
  role: string;
  isPractice: boolean;
  startedAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
}

export interface Presenters {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  firstName: string;
  lastName: string;
  email: string;
  role: string;
  linkVersion: Generated<number>;
  createdAt: Generated<Date>;
  revokedAt: Date | null;
}

export interface QuestionAnswers {
  clientId: number;
  questionId: number;
  presenterId: number;
  text: string | null;
  isPublic: boolean;
  answeredAt: Date;
  editedAt: Date | null;
}

export interface QuestionSettings {
  clientId: number;
  eventId: number;
  isOpen: Generated<boolean>;
  isModerated: Generated<boolean>;
  isAnonymityAllowed: Generated<boolean>;
}

export interface QuestionVotes {
  clientId: number;
  questionId: number;
  registrantId: number;
  votedAt: Date;
}

export interface Questions {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  registrantId: number;
  text: string | null;
  isAnonymous: boolean;
  askedAt: Date;
  isShown: boolean;
  isStarred: Generated<boolean>;
  assignedPresenterId: number | null;
  dismissedAt: Date | null;
  answeredAt: Date | null;
  answeredLiveBy: number | null;
  votes: Generated<number>;
}

export interface RaisedHands {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  registrantId: number;
  raisedAt: Date;
  loweredAt: Date | null;
  loweredBy: number | null;
}

export interface Reactions {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  registrantId: number;
  type: string;
  reactedAt: Date;
  secondsFromStart: number;
}

export interface Registrants {
  clientId: number;
  eventId: number;
  id: Generated<number>;
  email: string;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  jobTitle: string | null;
  jobFunction: string | null;
  addressStreet1: string | null;
  addressStreet2: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
  workPhone: string | null;
  homePhone: string | null;
  fax: string | null;
  companyIndustry: string | null;
  companySize: string | null;
  userName: string | null;
  extEventUserCd: string | null;
  other: string | null;
  notes: string | null;
  partnerRef: string | null;
  std1: string | null;
  std2: string | null;
  std3: string | null;
  std4: string | null;
  std5: string | null;
  std6: string | null;
  std7: string | null;
  std8: string | null;
  std9: string | null;
  std10: string | null;
  eventEmail: string | null;
  marketingEmail: string | null;
  emailFormat: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
  attendeeType: string | null;
  sourceCampaignCode: string | null;
  sourceEventId: number | null;
  ipAddress: string | null;
  browser: string | null;
  os: string | null;
  status: Generated<string>;
  isBlocked: Generated<boolean>;
  isAnonymous: Generated<boolean>;
  createdAt: Generated<Date>;
  lastActivityAt: Generated<Date>;
  door: Generated<string>;
  languageCode: string | null;
  queueNumber: number | null;
  confirmedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  cancellations: Generated<number>;
  emailKey: string;
  emailRank: Generated<number>;
}

export interface RegistrationFields {
  clientId: number;
  eventId: number;
  position: number;
  field: string;
  caption: string;
  type: string;
  validation: Generated<string>;
  isRequired: Generated<boolean>;
  options: string[] | null;
}

export interface RegistrationPages {
  clientId: number;
  eventId: number;
  banner: string | null;
  bannerText: string | null;
  intro: string | null;
}

export interface Resources {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  widgetId: number;
  position: number;
  name: string;
  url: string | null;
  fileId: number | null;
  createdAt: Generated<Date>;
  deletedAt: Date | null;
}

export interface RoomMessages {
  clientId: number;
  eventId: number;
  seq: number;
  audience: string;
  message: unknown;
  registrantId: number | null;
  toldAt: Generated<Date>;
}

export interface Rooms {
  clientId: number;
  eventId: number;
  lastSeq: Generated<number>;
  isPractice: Generated<boolean>;
  leadPresenterId: number | null;
  leadActedAt: Date | null;
  toldPhase: string | null;
}

export interface SaidOnce {
  clientId: number;
  eventId: number;
  speaker: string;
  kind: string;
  nonce: string;
  madeId: number | null;
  saidAt: Generated<Date>;
}

export interface SamlAssertions {
  clientId: number;
  identityProviderId: number;
  idHash: Buffer;
  expiresAt: Date;
}

export interface SamlRequests {
  clientId: number;
  id: string;
  identityProviderId: number;
  target: Generated<string>;
  isTest: Generated<boolean>;
  expiresAt: Date;
}

export interface SecondFactors {
  clientId: number;
  userId: number;
  secret: Buffer;
  lastStep: number;
  recoveryHashes: Buffer[];
  createdAt: Generated<Date>;
}

export interface ServiceProviderKeys {
  clientId: number;
  id: Generated<number>;
  state: string;
  certificate: string;
  privateKey: Buffer;
  expiresAt: Date;
  createdAt: Generated<Date>;
}

export interface Shares {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  registrantId: number;
  widgetId: number;
  network: string;
  text: string | null;
  sharedAt: Date;
}

export interface SlideDecks {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  position: number;
  fileId: number;
  state: Generated<string>;
  reason: string | null;
  claimedAt: Date | null;
  attempts: Generated<number>;
  pagesFileId: number | null;
  pageCount: number | null;
  createdAt: Generated<Date>;
  deletedAt: Date | null;
}

export interface Slides {
  clientId: number;
  deckId: number;
  page: number;
  text: string;
}

export interface Speakers {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  widgetId: number;
  position: number;
  name: string;
  title: string | null;
  company: string | null;
  email: string;
  twitter: string | null;
  linkedin: string | null;
  website: string | null;
  facebook: string | null;
  description: string | null;
  pictureFileId: number | null;
  createdAt: Generated<Date>;
}

export interface SsoSessions {
  clientId: number;
  id: GeneratedAlways<number>;
  identityProviderId: number;
  nameIdHash: Buffer;
  nameId: Buffer;
  sessionIndex: string | null;
  eventId: number | null;
  registrantId: number | null;
  staffTokenHash: Buffer | null;
  expiresAt: Date;
}

export interface StaffSessions {
  clientId: number;
  tokenHash: Buffer;
  userId: number;
  expiresAt: Date;
  createdAt: Generated<Date>;
  id: Generated<number>;
  lastSeenAt: Generated<Date>;
  userAgent: Generated<string>;
}

export interface Stages {
  clientId: number;
  eventId: number;
  isPractice: boolean;
  deckId: number | null;
  page: number | null;
  slideAtMs: Generated<number>;
  layout: Generated<string>;
  captionsLanguage: string | null;
  message: string | null;
}

export interface SurveyAnswers {
  clientId: number;
  questionId: number;
  position: number;
  answer: string;
  votes: Generated<number>;
}

export interface SurveyQuestions {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  widgetId: number;
  position: number;
  type: string;
  isRequired: Generated<boolean>;
  question: string;
  createdAt: Generated<Date>;
  deletedAt: Date | null;
  code: number | null;
  answers: Generated<number>;
}

export interface SurveyResponses {
  clientId: number;
  registrantId: number;
  questionId: number;
  positions: number[] | null;
  answer: string | null;
}

export interface SurveySubmissions {
  clientId: number;
  eventId: number;
  registrantId: number;
  submittedAt: Date;
}

export interface Surveys {
  clientId: number;
  eventId: number;
  presentedAt: Date;
  firstPushedAt: Date | null;
  lastPushedAt: Date | null;
  submissions: Generated<number>;
}

export interface TeamChatLines {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  presenterId: number;
  role: string;
  text: string;
  saidAt: Date;
}

export interface TestAttempts {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  widgetId: number;
  registrantId: number;
  attempt: number;
  answers: unknown;
  correct: number;
  needed: number;
  isPassed: boolean;
  submittedAt: Date;
}

export interface Unsubscriptions {
  clientId: number;
  addressHash: string;
  eventId: number | null;
  createdAt: Generated<Date>;
}

export interface Users {
  clientId: number;
  id: Generated<number>;
  userName: string;
  name: string;
  email: string;
  jobTitle: string | null;
  type: Generated<string>;
  passwordHash: string | null;
  permissions: Generated<string[]>;
  isActive: Generated<boolean>;
  lastLoginAt: Date | null;
  createdAt: Generated<Date>;
  emailKey: string | null;
}

export interface ViewingSessions {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  registrantId: number;
  tab: string;
  kind: string;
  isOpening: boolean;
  startedAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
  playingMs: Generated<number>;
  pausedMs: Generated<number>;
  mutedMs: Generated<number>;
  backgroundMs: Generated<number>;
  launchMode: Generated<string>;
  device: string | null;
  os: string | null;
  browser: string | null;
  ipAddress: string | null;
  referrer: string | null;
}

export interface VisitCounts {
  key: string;
  points: Generated<number>;
  expire: number | null;
}

export interface Widgets {
  clientId: number;
  id: Generated<number>;
  eventId: number;
  kind: string;
  name: string;
  position: number;
  area: string;
  isOpen: boolean;
  content: Generated<unknown>;
  createdAt: Generated<Date>;
  modifiedAt: Generated<Date>;
  deletedAt: Date | null;
}

export interface Database {
  accountTagGroups: AccountTagGroups;
  accountTags: AccountTags;
  apiTokens: ApiTokens;
  attendees: Attendees;
  backups: Backups;
  calendarReminders: CalendarReminders;
  callToActionPushes: CallToActionPushes;
  captions: Captions;
  certificates: Certificates;
  changes: Changes;
  chatLines: ChatLines;
  chatPeople: ChatPeople;
  checkIns: CheckIns;
  clients: Clients;
  contacts: Contacts;
  contents: Contents;
  conversions: Conversions;
  derivatives: Derivatives;
  engagementGains: EngagementGains;
  engagementModels: EngagementModels;
  eventEmails: EventEmails;
  eventGates: EventGates;
  eventMailTotals: EventMailTotals;
  eventMarks: EventMarks;
  eventPartnerTotals: EventPartnerTotals;
  eventProfiles: EventProfiles;
  eventTotals: EventTotals;
  eventVideos: EventVideos;
  events: Events;
  files: Files;
  forgettings: Forgettings;
  forgottenPeople: ForgottenPeople;
  groupChats: GroupChats;
  hubCategories: HubCategories;
  hubContents: HubContents;
  hubFilters: HubFilters;
  hubReactions: HubReactions;
  hubSettings: HubSettings;
  hubViews: HubViews;
  ideaTopics: IdeaTopics;
  ideaVotes: IdeaVotes;
  ideas: Ideas;
  identityProviders: IdentityProviders;
  importRows: ImportRows;
  imports: Imports;
  mailSenders: MailSenders;
  mailbox: Mailbox;
  mails: Mails;
  media: Media;
  openings: Openings;
  pollAnonymousTexts: PollAnonymousTexts;
  pollAnswers: PollAnswers;
  pollOptions: PollOptions;
  pollQuestions: PollQuestions;
  pollRuns: PollRuns;
  polls: Polls;
  presenterSessions: PresenterSessions;
  presenters: Presenters;
  questionAnswers: QuestionAnswers;
  questionSettings: QuestionSettings;
  questionVotes: QuestionVotes;
  questions: Questions;
  raisedHands: RaisedHands;
  reactions: Reactions;
  registrants: Registrants;
  registrationFields: RegistrationFields;
  registrationPages: RegistrationPages;
  resources: Resources;
  roomMessages: RoomMessages;
  rooms: Rooms;
  saidOnce: SaidOnce;
  samlAssertions: SamlAssertions;
  samlRequests: SamlRequests;
  secondFactors: SecondFactors;
  serviceProviderKeys: ServiceProviderKeys;
  shares: Shares;
  slideDecks: SlideDecks;
  slides: Slides;
  speakers: Speakers;
  ssoSessions: SsoSessions;
  staffSessions: StaffSessions;
  stages: Stages;
  surveyAnswers: SurveyAnswers;
  surveyQuestions: SurveyQuestions;
  surveyResponses: SurveyResponses;
  surveySubmissions: SurveySubmissions;
  surveys: Surveys;
  teamChatLines: TeamChatLines;
  testAttempts: TestAttempts;
  unsubscriptions: Unsubscriptions;
  users: Users;
  viewingSessions: ViewingSessions;
  visitCounts: VisitCounts;
  widgets: Widgets;
}
