import Type, { type Static } from "typebox";
import { text } from "../../../http/v2/schema-parts.ts";

const Choice = Type.Object({
  answercode: Type.String({ description: "choice1, choice2 ..." }),
  answer: Type.String(),
  percentage: Type.Number({ description: "One decimal" }),
});

const Poll = Type.Object({
  pollid: Type.Integer(),
  polltype: Type.String({ description: "singleoption, multioption or singletext" }),
  pollquestionid: Type.Integer({ description: "Of this version: another wording is another question" }),
  pollquestion: Type.String(),
  totalvotes: Type.Integer({ description: "Choices that were made, or texts that were written" }),
  livepushedtimestamp: text("First pushed to the audience; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific"),
  summary: Type.Array(Choice, { description: "Of all votes; empty of texts" }),
});
export type Poll = Static<typeof Poll>;

export const Polls = Type.Object({ eventid: Type.Integer(), polls: Type.Array(Poll) });

const SurveyQuestion = Type.Object({
  questionid: Type.Integer({ description: "Of this version: another wording is another question" }),
  questiontype: Type.String({ description: "singleoption, multioption or singletext" }),
  question: Type.String(),
  questioncode: Type.Integer({ description: "The same in all versions, and in copies of the event" }),
  responses: Type.Integer({ description: "People who answered it" }),
  surveyanswer: Type.Optional(
    Type.Array(Choice, { description: "Of the people who answered; left out of texts, and where nobody did" }),
  ),
});

const Survey = Type.Object({
  surveyid: Type.String({ description: "{eventid}_survey1" }),
  surveycode: Type.String({ description: "survey1" }),
  surveyquestions: Type.Array(SurveyQuestion),
});
export type Survey = Static<typeof Survey>;

export const Surveys = Type.Object({
  eventid: Type.Integer(),
  surveys: Type.Array(Survey, { description: "The one of the event; none when nothing is asked" }),
});

const resource = { resourceid: Type.Integer(), resourcename: Type.String() };

export const ResourcesViewed = Type.Object({
  totalresources: Type.Integer({ description: "Resources that somebody opened" }),
  resourcesviewed: Type.Array(
    Type.Object({
      ...resource,
      uniquedownloads: Type.Integer({ description: "People who opened it" }),
      totaldownloads: Type.Integer({ description: "How often they did, together" }),
    }),
  ),
  resourcesnotviewed: Type.Array(Type.Object(resource)),
});
export type ResourcesViewed = Static<typeof ResourcesViewed>;

const CallToAction = Type.Object({
  ctaid: Type.Integer(),
  ctaname: Type.String(),
  actiontype: Type.String({ description: "url, gateway, book_a_meeting, request_a_demo, free_trial, contactus ..." }),
  action: text("Where it leads, or the mail address that messages go to"),
  totalclicks: Type.Integer(),
  uniqueclicks: Type.Integer({ description: "People who clicked it" }),
});
export type CallToAction = Static<typeof CallToAction>;

export const CallsToAction = Type.Object({ eventid: Type.Integer(), calltoactions: Type.Array(CallToAction) });
