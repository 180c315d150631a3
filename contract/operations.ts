/**
 * The compatible API as data: all 67 operations of the REST API v2.
 * Routes, throttling, access checks, the contract test and the report of what is built are all driven by this table.
 */

/** Which published family of refusal sentences an operation answers with: see refusals.ts. */
export type Wording =
  | "standard"
  | "eventId"
  | "hub"
  | "helper"
  | "helperEvent"
  | "mediaManager"
  | "children"
  | "forget"
  | "bare"
  | "bareEventId"
  | "bareUnauthorized";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Operation<Id extends string = string, Access extends string = string> {
  readonly id: Id;
  readonly method: Method;
  /** Below `/v2`, parameters as `{clientId}`. */
  readonly path: string;
  /** The right a token needs, by the name its access list shows. */
  readonly access: Access;
  /** A parameter of the query that makes it another matter, with a right of its own. */
  readonly accessWith?: { readonly parameter: string; readonly access: typeof COPY_ACCESS };
  /** Calls a client may make per minute. */
  readonly callsPerMinute: number;
  /** Whether `accept: application/xml` is honoured. */
  readonly xml: boolean;
  readonly wording: Wording;
}

/** Creating with `eventsource` copies a webinar. */
const COPY_ACCESS = "Copy a Webinar";

/** Calls per minute of operations that the published table does not list. */
const UNLISTED = 30;

function row<const Id extends string, const Access extends string>(
  id: Id,
  methodAndPath: `${Method} ${string}`,
  access: Access,
  callsPerMinute: number,
  more: { xml?: boolean; wording?: Wording } & Pick<Operation, "accessWith"> = {},
): Operation<Id, Access> {
  const [method, path] = methodAndPath.split(" ") as [Method, string];
  return { id, method, path, access, callsPerMinute, xml: false, wording: "standard", ...more };
}

export const operations = [
  // Event Management
  row("EventManagement.CreateAWebinar", "POST /client/{clientId}/event", "Create a Webinar", 10, {
    accessWith: { parameter: "eventsource", access: COPY_ACCESS },
  }),
  row("EventManagement.UpdateAWebinar", "PUT /client/{clientId}/event/{eventId}", "Update a Webinar", 60),
  row("EventManagement.DeleteWebinar", "DELETE /client/{clientId}/event/{eventId}", "Delete a Webinar", 30, {
    xml: true,
    wording: "children",
  }),
  row(
    "EventManagement.UpdateEmailCalendarReminder",
    "PUT /client/{clientId}/event/{eventId}/calendarreminder",
    "Update Email Calendar Reminder",
    30,
  ),
  row(
    "EventManagement.UpdateEmailNotification",
    "PUT /client/{clientId}/event/{eventId}/email/{emailId}",
    "Update Email Notification",
    30,
    { wording: "eventId" },
  ),
  row(
    "EventManagement.CreateRelatedContent",
    "POST /client/{clientId}/event/{eventId}/relatedcontent",
    "Related Content",
    100,
    { wording: "bareEventId" },
  ),
  row("EventManagement.SlideListing", "GET /client/{clientId}/event/{eventId}/slides", "Slides", UNLISTED, {
    wording: "bare",
  }),
  row("EventManagement.UploadSlides", "POST /client/{clientId}/event/{eventId}/slides", "Slides", UNLISTED, {
    wording: "bare",
  }),
  row("EventManagement.CreateSpeakerBio", "POST /client/{clientId}/event/{eventId}/speakerbio", "Speaker Bio", 30),
  row("EventManagement.DeleteSpeakerBio", "DELETE /client/{clientId}/event/{eventId}/speakerbio", "Speaker Bio", 30, {
    xml: true,
    wording: "children",
  }),
  row(
    "EventManagement.CreateSurveyQuestionsAndAnswers",
    "POST /client/{clientId}/event/{eventId}/surveyquestions",
    "Survey Questions",
    30,
  ),
  row(
    "EventManagement.UpdateTextWithBannerWidget",
    "POST /client/{clientId}/event/{eventId}/textwithbanner",
    "Text With Banner",
    30,
  ),
  row("EventManagement.DeleteVTTFiles", "DELETE /client/{clientId}/event/{eventId}/vtt", "VTT Files", 30, {
    wording: "bareUnauthorized",
  }),
  row(
    "EventManagement.MediaManagerUploadDocument",
    "POST /client/{clientId}/mediamanager/document",
    "Media Manager Upload",
    UNLISTED,
    { wording: "mediaManager" },
  ),
  row(
    "EventManagement.MediaManagerUploadVideo",
    "POST /client/{clientId}/mediamanager/uploadvideo",
    "Media Manager Upload",
    UNLISTED,
    { wording: "mediaManager" },
  ),

  // REST Registration
  row(
    "Registration.ForgetAllRegistrantEventlevel",
    "POST /client/{clientId}/event/{eventId}/forgetall",
    "Forget All Registrant (Event-Level)",
    30,
    { xml: true },
  ),
  row(
    "Registration.RESTRegistrationAPI",
    "POST /client/{clientId}/event/{eventId}/registrant",
    "REST Registration",
    1000,
    { xml: true, wording: "eventId" },
  ),
  row(
    "Registration.UpdateRegistrantEventlevel",
    "PATCH /client/{clientId}/event/{eventId}/registrant",
    "Update Registrant (Event-Level)",
    1000,
    { xml: true, wording: "eventId" },
  ),
  row(
    "Registration.ForgetRegistrantClientlevel",
    "POST /client/{clientId}/forget",
    "Forget Registrant (Client-Level)",
    30,
    { xml: true, wording: "forget" },
  ),
  row(
    "Registration.ForgetAllRegistrantClientlevel",
    "POST /client/{clientId}/forgetall",
    "Forget All Registrant (Client-Level)",
    30,
    { xml: true, wording: "forget" },
  ),
  row(
    "Registration.UpdateRegistrantClientlevel",
    "PATCH /client/{clientId}/registrant/{email}",
    "Update Registrant (Client-Level)",
    30,
    { xml: true, wording: "forget" },
  ),

  // Client Level Analytics
  row("AnalyticsClientLevel.SubClients", "GET /client/{clientId}", "Sub-Clients", 30),
  row("AnalyticsClientLevel.Attendees", "GET /client/{clientId}/attendee", "Client-Level Attendees", 100),
  row("AnalyticsClientLevel.AttendeeByEmail", "GET /client/{clientId}/attendee/{email}", "Attendee (by email)", 100),
  row(
    "AnalyticsClientLevel.AttendeesByEmailMultipleEvents",
    "GET /client/{clientId}/attendee/{email}/allevents",
    "Attendee (by email)",
    100,
  ),
  row("AnalyticsClientLevel.EngagedAccounts", "GET /client/{clientId}/engagedaccount", "Engaged Accounts", 30),
  row("AnalyticsClientLevel.Events", "GET /client/{clientId}/event", "Event Listing", 30),
  row("AnalyticsClientLevel.Leads", "GET /client/{clientId}/lead", "Leads", 30),
  row("AnalyticsClientLevel.PEP", "GET /client/{clientId}/lead/{email}", "PEP", 30),
  row("AnalyticsClientLevel.Presenters", "GET /client/{clientId}/presenter", "Client-Level Presenters", 30),
  row("AnalyticsClientLevel.Registrants", "GET /client/{clientId}/registrant", "Client-Level Registrants", 100),
  row(
    "AnalyticsClientLevel.RegistrantByEmail",
    "GET /client/{clientId}/registrant/{email}",
    "Registrant (by email)",
    100,
    { xml: true },
  ),
  row(
    "AnalyticsClientLevel.RegistrantsByEmailMultipleEvents",
    "GET /client/{clientId}/registrant/{email}/allevents",
    "Registrant (by email)",
    100,
  ),
  row("AnalyticsClientLevel.ClientSurveyLibrary", "GET /client/{clientId}/surveylibrary", "Survey Library", 30),
  row("AnalyticsClientLevel.UserQuestions", "GET /client/{clientId}/userquestions", "User Questions", 30),

  // Event Level Analytics
  row("AnalyticsEventLevel.MetadataAndUsage", "GET /client/{clientId}/event/{eventId}", "Metadata & Usage", 1000),
  row("AnalyticsEventLevel.Attendees", "GET /client/{clientId}/event/{eventId}/attendee", "Event-Level Attendees", 100),
  row(
    "AnalyticsEventLevel.AttendeeViewingSessions",
    "GET /client/{clientId}/event/{eventId}/attendeesession",
    "Attendee Viewing Sessions",
    30,
  ),
  row(
    "AnalyticsEventLevel.EmailCalendarReminder",
    "GET /client/{clientId}/event/{eventId}/calendarreminder",
    "Email Calendar Reminder",
    30,
  ),
  row(
    "AnalyticsEventLevel.Certifications",
    "GET /client/{clientId}/event/{eventId}/certifications",
    "Certifications",
    30,
  ),
  row(
    "AnalyticsEventLevel.EngagementHubContentActivity",
    "GET /client/{clientId}/event/{eventId}/contentactivity",
    "Engagement Hub Content Activity",
    30,
    { wording: "hub" },
  ),
  row("AnalyticsEventLevel.CallToAction", "GET /client/{clientId}/event/{eventId}/cta", "Call To Action", 30, {
    wording: "eventId",
  }),
  row(
    "AnalyticsEventLevel.EmailNotificationDetails",
    "GET /client/{clientId}/event/{eventId}/email",
    "Email Notification Details",
    30,
    { wording: "eventId" },
  ),
  row(
    "AnalyticsEventLevel.EmailStatistics",
    "GET /client/{clientId}/event/{eventId}/emailstatistics",
    "Email Statistics",
    30,
  ),
  row(
    "AnalyticsEventLevel.GroupChatActivity",
    "GET /client/{clientId}/event/{eventId}/groupchat",
    "Group Chat Activity",
    60,
    { wording: "eventId" },
  ),
  row("AnalyticsEventLevel.Polls", "GET /client/{clientId}/event/{eventId}/poll", "Polls", 60),
  row(
    "AnalyticsEventLevel.Presenters",
    "GET /client/{clientId}/event/{eventId}/presenter",
    "Event-Level Presenters",
    30,
  ),
  row(
    "AnalyticsEventLevel.PresentationManagerChatLogs",
    "GET /client/{clientId}/event/{eventId}/presenterchat",
    "Presentation Manager Chat Logs",
    30,
  ),
  row(
    "AnalyticsEventLevel.Registrants",
    "GET /client/{clientId}/event/{eventId}/registrant",
    "Event-Level Registrants",
    100,
    { xml: true },
  ),
  row("AnalyticsEventLevel.ResourcesViewed", "GET /client/{clientId}/event/{eventId}/resource", "Resources Viewed", 60),
  row("AnalyticsEventLevel.Surveys", "GET /client/{clientId}/event/{eventId}/survey", "Surveys", 60),

  // Content Listings
  row(
    "ContentListings.EngagementHubContentListing",
    "GET /client/{clientId}/ehub/{gatewayId}/content",
    "Engagement Hub Content Listing",
    30,
  ),
  row(
    "ContentListings.MediaManagerDerivativeContent",
    "GET /client/{clientId}/mediamanager",
    "Media Manager Content",
    30,
    { wording: "bare" },
  ),
  row(
    "ContentListings.MediaManagerDerivativeContentText",
    "GET /client/{clientId}/mediamanager/{mediaId}",
    "Media Manager Content",
    30,
    { wording: "bare" },
  ),

  // Helpers
  row("Helpers.RetrieveAccountManagers", "GET /client/{clientId}/accountmanager", "Retrieve Account Managers", 30, {
    xml: true,
    wording: "helper",
  }),
  row("Helpers.CustomAccountTags", "GET /client/{clientId}/customaccounttag", "Custom Account Tags", 30),
  row(
    "Helpers.RetrieveRegistrationFields",
    "GET /client/{clientId}/event/{eventId}/regfield",
    "Retrieve Registration Fields",
    30,
    { xml: true, wording: "helperEvent" },
  ),
  row("Helpers.RetrieveEventManagers", "GET /client/{clientId}/eventmanager", "Retrieve Event Managers", 30, {
    xml: true,
    wording: "helper",
  }),
  row("Helpers.RetrieveEventProfiles", "GET /client/{clientId}/eventprofile", "Retrieve Event Profiles", 30, {
    xml: true,
    wording: "helper",
  }),
  row("Helpers.RetrieveEventTypes", "GET /client/{clientId}/eventtypes", "Retrieve Event Types", 30, {
    xml: true,
    wording: "helper",
  }),
  row("Helpers.RetrieveLanguageCodes", "GET /client/{clientId}/languages", "Retrieve Language Codes", 30, {
    xml: true,
    wording: "helper",
  }),
  row("Helpers.RetrieveSalesRepContacts", "GET /client/{clientId}/salesrep", "Retrieve Sales Rep Contacts", 30, {
    xml: true,
    wording: "helper",
  }),
  row("Helpers.RetrieveSignalContacts", "GET /client/{clientId}/signalrep", "Retrieve Signal Contacts", 30, {
    xml: true,
    wording: "helper",
  }),
  row(
    "Helpers.RetrieveTechnicalRepContacts",
    "GET /client/{clientId}/technicalrep",
    "Retrieve Technical Rep Contacts",
    30,
    { xml: true, wording: "helper" },
  ),
  row("Helpers.RetrieveTimezonesCodes", "GET /client/{clientId}/timezones", "Retrieve Timezones Codes", 30, {
    xml: true,
    wording: "helper",
  }),
  row("Helpers.RetrieveReplacementTokens", "GET /client/{clientId}/tokens", "Retrieve Replacement Tokens", 30),
  row("Helpers.Users", "GET /client/{clientId}/users", "Users", UNLISTED),
] as const;

export type OperationId = (typeof operations)[number]["id"];

export type AccessName = (typeof operations)[number]["access"] | typeof COPY_ACCESS;

/** Every right that a token's access list can name. */
export const accessNames: readonly AccessName[] = [
  ...new Set<AccessName>([COPY_ACCESS, ...operations.map((o) => o.access)]),
];
