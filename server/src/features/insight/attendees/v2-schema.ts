import Type, { type Static } from "typebox";
import { instant, text } from "../../../http/v2/schema-parts.ts";
import { attendeeParts } from "./parts/v2-parts.ts";

const parts = Object.assign({}, ...attendeeParts.map(({ keys }) => keys));

const core = {
  clientid: Type.Optional(Type.Integer()),
  eventid: Type.Optional(Type.Integer()),
  email: Type.String(),
  eventuserid: Type.Integer({ description: "The person in this event" }),
  exteventusercd: text("The person's id elsewhere"),
  userstatus: Type.String({ description: "active, deleted or forgotten" }),
  isblocked: Type.String({ description: "Y or N" }),
  liveminutes: Type.Integer({ description: "On all devices together" }),
  liveviewed: Type.Integer({ description: "How often the page was opened" }),
  firstliveactivity: Type.Optional(instant("Came in live first")),
  lastliveactivity: Type.Optional(instant("Seen live last")),
  archiveminutes: Type.Integer({ description: "On all devices together" }),
  archiveviewed: Type.Integer({ description: "How often the page was opened" }),
  firstarchiveactivity: Type.Optional(instant("Came in on demand first")),
  lastarchiveactivity: Type.Optional(instant("Seen on demand last")),
  askedquestions: Type.Optional(Type.Integer()),
  resourcesdownloaded: Type.Optional(Type.Integer({ description: "Different ones" })),
  answeredpolls: Type.Optional(Type.Integer()),
  answeredsurveys: Type.Optional(Type.Integer()),
  answeredsurveyquestions: Type.Integer(),
  launchmode: Type.String({ description: "At the Venue or Watching remote" }),
  campaigncode: text("Campaign code of the event"),
  sourcecampaigncode: text("Campaign code that the registration came with"),
  sourceeventid: Type.Optional(Type.Integer({ description: "Event that the person came from" })),
  cumulativeliveminutes: Type.Optional(Type.Integer({ description: "Each minute once, whatever the devices" })),
  cumulativearchiveminutes: Type.Optional(Type.Integer({ description: "Each minute once, whatever the devices" })),
  partnerref: text("Partner of the registration"),
  attendancepartnerref: text("Partner whose link was followed last"),
  attendeesessions: Type.Optional(Type.Integer()),
  livemediaplayerminutes: Type.Integer({ description: "While the player played" }),
  archivemediaplayerminutes: Type.Integer({ description: "While the player played" }),
  engagementscore: Type.Number({ description: "0 to 10, one decimal" }),
  userprofileurl: Type.String({ description: "What the address has done, for staff who are signed in" }),
};

const Core = Type.Object(core);
const Attendee = Type.Object({
  ...core,
  ...Object.fromEntries(Object.entries(parts).map(([key, schema]) => [key, Type.Optional(schema as typeof Core)])),
});
/** What the parts add is told by their own schemas. */
export type Attendee = Static<typeof Core>;

const paging = { pagecount: Type.Optional(Type.Integer()), currentpage: Type.Optional(Type.Integer()) };

export const EventAttendees = Type.Object({
  eventid: Type.Integer(),
  totalattendees: Type.Integer(),
  ...paging,
  attendees: Type.Array(Attendee),
});

export const ClientAttendees = Type.Object({
  clientid: Type.Integer(),
  totalattendees: Type.Integer(),
  ...paging,
  attendees: Type.Array(Attendee),
});

export const AttendeeByEmail = Attendee;
