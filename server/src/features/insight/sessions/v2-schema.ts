import Type, { type Static } from "typebox";
import { instant, text } from "../../../http/v2/schema-parts.ts";

const ViewingSession = Type.Object({
  id: Type.Integer({ description: "The session" }),
  email: Type.String(),
  firstname: text("First name"),
  lastname: text("Last name"),
  duration: Type.String({ description: "hh:mm:ss; so far, while it goes on" }),
  starttime: instant("The page was opened"),
  endtime: instant("Last sign of life"),
  usage: Type.String({ description: "Live, Archived or Blocked" }),
  mediastream: text("What was watched: HTML5 Video"),
  os: text("Operating system"),
  browser: text("Browser"),
  streamsource: Type.String({ description: "https or http" }),
  ipaddress: text("Where it was watched"),
  exteventusercd: text("The person's id elsewhere"),
  launchmode: Type.String({ description: "At the Venue or Watching remote" }),
});
export type ViewingSession = Static<typeof ViewingSession>;

export const ViewingSessions = Type.Object({
  totalattendeesessions: Type.Integer(),
  pagecount: Type.Integer(),
  currentpage: Type.Integer(),
  attendeesession: Type.Array(ViewingSession),
});

const presented = {
  presenterid: Type.Integer(),
  firstname: Type.String(),
  lastname: Type.String(),
  email: Type.String(),
  accessmode: Type.String({ description: "Producer, Presenter or Moderator" }),
  starttime: instant("Came in"),
  endtime: instant("Last sign of life"),
  ispracticesession: Type.String({ description: "Y or N" }),
};

export const EventPresenters = Type.Object({ eventpresenters: Type.Array(Type.Object(presented)) });

export const ClientPresenters = Type.Object({
  eventpresenters: Type.Array(
    Type.Object({
      eventid: Type.Integer(),
      clientid: Type.Integer(),
      sessionid: Type.Integer(),
      eventtitle: Type.String(),
      ...presented,
    }),
  ),
});
