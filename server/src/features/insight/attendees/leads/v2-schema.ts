import Type from "typebox";
import { instant, text } from "../../../../http/v2/schema-parts.ts";

const level = (description: string) => text(`HIGH, MEDIUM or LOW; ${description}`);

export const Leads = Type.Object({
  clientid: Type.Integer(),
  totalleads: Type.Integer(),
  pagecount: Type.Integer(),
  currentpage: Type.Integer(),
  leads: Type.Array(
    Type.Object({
      email: Type.String(),
      businessinterests: Type.Array(Type.String()),
      engagementlevel: level("of who has attended"),
      engagementprediction: level("of who has not"),
      userprofileurl: Type.String(),
      segments: Type.Array(Type.String()),
    }),
  ),
});

const counted = Type.Integer();
const asked = Type.Array(Type.Object({ question: Type.String(), answer: Type.String() }));

export const Profile = Type.Object({
  company: text("As last registered, like all about the person"),
  email: Type.String(),
  lastname: text("Last name"),
  firstname: text("First name"),
  lifetimeactivity: Type.Object({
    resources: Type.Integer({ description: "Opened, each once a webinar" }),
    engagementlevel: level("of who has attended"),
    engagementprediction: level("of who has not"),
    totalengagementminutes: counted,
    totalengagementseconds: Type.Optional(counted),
    totaltouches: Type.Integer({ description: "Webinars attended and resources opened" }),
    webinarsattended: counted,
    videoswatched: counted,
    documentsread: counted,
    webpagesviewed: counted,
  }),
  businessinterests: Type.Object({
    keywords: Type.Array(Type.String()),
    lastupdated: Type.Optional(instant("Last registration or activity")),
  }),
  jobtitle: text("Job title"),
  workphone: text("Work phone"),
  notes: text("Notes"),
  recentactivities: Type.Array(
    Type.Object({
      eventid: counted,
      liveseconds: counted,
      livetime: Type.Integer({ description: "Minutes" }),
      ondemandtime: Type.Integer({ description: "Minutes" }),
      ondemandseconds: counted,
      eventtitle: Type.String(),
      attendedarchive: Type.String(),
      attendedlive: Type.String(),
      lastactivity: instant("Last activity"),
      registrationdate: instant("Registration"),
      totalpages: counted,
      resourcesdownloaded: counted,
      askedquestions: counted,
      answeredpolls: counted,
      answeredsurveys: counted,
      ctasaccessed: Type.Integer({ description: "Clicks" }),
      resources: Type.Array(Type.Object({ resourcename: Type.String() })),
      questions: asked,
      polls: asked,
      surveys: asked,
      calltoactions: Type.Array(
        Type.Object({
          ctaid: Type.String(),
          ctaname: Type.String(),
          clicks: Type.String(),
          date: instant("Last click"),
        }),
      ),
      eventuserid: counted,
      exteventusercd: text("The person's id elsewhere"),
    }),
    { description: "The last 25 webinars attended" },
  ),
});

export const EngagedAccounts = Type.Object({
  accounts: Type.Array(
    Type.Object({ name: Type.String(), domains: Type.Array(Type.String()), profileurl: Type.String() }),
  ),
});
