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
