import Type, { type Static } from "typebox";
import { instant, text } from "../../../http/v2/schema-parts.ts";

export const CreateEventQuery = Type.Object({ eventsource: text("Id of an event to copy") });

const AccountTag = Type.Object({
  groupid: Type.Integer(),
  groupname: Type.String(),
  tagid: Type.Integer(),
  tagname: Type.String(),
});

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

const listAnalytics = {
  totalregistrants: Type.Integer(),
  totalattendees: Type.Integer(),
  liveattendees: Type.Integer(),
  ondemandattendees: Type.Integer(),
  averageliveminutes: Type.Integer(),
  averagecumulativeliveminutes: Type.Integer(),
  averagearchiveminutes: Type.Integer(),
  averagecumulativearchiveminutes: Type.Integer(),
  totalcumulativeliveminutes: Type.Integer(),
  totalcumulativearchiveminutes: Type.Integer(),
  totalcumulativeminutes: Type.Integer(),
  totalmediaplayerminutes: Type.Integer(),
  totallivemediaplayerminutes: Type.Integer(),
  totalarchivemediaplayerminutes: Type.Integer(),
};

const event = {
  eventid: Type.Integer(),
  clientid: Type.Integer(),
  goodafter: instant("Announced start"),
  isactive: Type.Boolean(),
  regrequired: Type.Boolean(),
  description: Type.String({ description: "The title" }),
  promotionalsummary: Type.Optional(Type.String()),
  regnotificationrequired: Type.Boolean(),
  displaytimezonecd: Type.String(),
  eventtype: Type.String({ description: "Label of the event type" }),
  createtimestamp: instant("Creation"),
  localelanguagecd: Type.String(),
  localecountrycd: Type.Optional(Type.String()),
  lastmodified: instant("Last change of the event itself"),
  lastupdated: instant("Last activity of the audience"),
  iseliteexpired: Type.String(),
  livestart: instant("Lobby opens"),
  liveend: instant("Live webinar ends"),
  archivestart: instant("On demand from"),
  archiveend: instant("On demand until"),
  audienceurl: Type.String(),
  scheduledeventduration: Type.Integer({ description: "minutes" }),
  eventprofile: Type.Optional(Type.String()),
  streamtype: Type.String(),
  audiencekey: Type.String(),
  reporturl: Type.String(),
  uploadurl: Type.String(),
  pmurl: Type.String(),
  previewurl: Type.String(),
  contenttype: Type.String(),
  campaigncode: Type.Optional(Type.String()),
  eventlocation: Type.Optional(Type.String({ description: "The campaign code" })),
  createdby: Type.Optional(Type.String()),
  ishybridevent: Type.Boolean(),
  partnerrefstats: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer() })),
  tags: Type.Array(Type.String()),
  funnelstages: Type.Array(Type.String()),
  speakers: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Type.Optional(Type.String()),
      company: Type.Optional(Type.String()),
      description: Type.Optional(Type.String()),
    }),
  ),
  istestevent: Type.Boolean(),
  customaccounttags: Type.Array(AccountTag),
};

const ListedEvent = Type.Object({ eventanalytics: Type.Object(listAnalytics), ...event });
export type ListedEvent = Static<typeof ListedEvent>;

export const EventList = Type.Object({
  pagecount: Type.Optional(Type.Integer()),
  totalevents: Type.Integer(),
  currentpage: Type.Optional(Type.Integer()),
  events: Type.Array(ListedEvent),
});

export const EventDetail = Type.Object({
  eventanalytics: Type.Object({
    ...listAnalytics,
    noshowcount: Type.Integer({ description: "Registrants who have not attended" }),
    registrationpagehits: Type.Integer(),
    numberofquestionsasked: Type.Integer(),
    numberofquestionsanswered: Type.Integer(),
    numberofpollspushed: Type.Integer(),
    numberofpollresponses: Type.Integer(),
    numberofsurveyspresented: Type.Integer(),
    numberofsurveyresponses: Type.Integer(),
    sharethiswidgetuniqueviews: Type.Integer(),
    sharethiswidgettotalviews: Type.Integer(),
    twitterwidgetuniqueviews: Type.Integer(),
    twitterwidgettotalviews: Type.Integer(),
    numberofctaclicks: Type.Integer(),
    numberofmeetingconversions: Type.Integer(),
    numberofdemoconversions: Type.Integer(),
    numberoffreetrialrequests: Type.Integer(),
    numberofdrifts: Type.Integer(),
    numberofgroupchatmessagessubmitted: Type.Integer(),
    numberofresourcesavailable: Type.Integer(),
    attendeeswhodownloadedresource: Type.Integer(),
    uniqueattendeeresourcedownloads: Type.Integer(),
    numberoftestssubmitted: Type.Integer(),
    numberoftestspassed: Type.Integer(),
    eventengagementscore: Type.Number({ description: "0 to 10, one decimal" }),
  }),
  ...event,
  eventname: Type.String(),
  eventduration: Type.Integer({ description: "minutes" }),
  goodtill: instant("Nothing to see after"),
});
export type EventDetail = Static<typeof EventDetail>;
