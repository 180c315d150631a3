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

export interface Changes {
  clientId: number;
  id: GeneratedAlways<number>;
  eventId: number | null;
  kind: string;
  subjectId: number | null;
  actor: string;
  happenedAt: Generated<Date>;
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
  liveSeconds: Generated<number>;
  archiveSeconds: Generated<number>;
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
  engagementScore: Generated<number>;
  lastActivityAt: Generated<Date>;
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
  staffKey: string;
  sourceEventId: number | null;
  createdBy: string | null;
  createdAt: Generated<Date>;
  modifiedAt: Generated<Date>;
  deletedAt: Date | null;
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
}

export interface Database {
  accountTagGroups: AccountTagGroups;
  accountTags: AccountTags;
  apiTokens: ApiTokens;
  changes: Changes;
  clients: Clients;
  contacts: Contacts;
  eventPartnerTotals: EventPartnerTotals;
  eventProfiles: EventProfiles;
  eventTotals: EventTotals;
  events: Events;
  registrants: Registrants;
  registrationFields: RegistrationFields;
  users: Users;
}
