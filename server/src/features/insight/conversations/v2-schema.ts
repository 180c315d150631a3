import Type, { type Static } from "typebox";
import { QuestionAnswer } from "../../../http/v2/question-answer.ts";
import { instant, text } from "../../../http/v2/schema-parts.ts";

const ChatMessage = Type.Object({
  createtimestamp: instant("Said"),
  eventuserid: Type.Optional(Type.Integer({ description: "Who said it, of the audience" })),
  presenterid: Type.Optional(Type.Integer({ description: "Who said it, of the team" })),
  email: Type.String(),
  firstname: text("First name"),
  lastname: text("Last name"),
  chatmessage: text("As they wrote it; nothing once they were forgotten"),
});
export type ChatMessage = Static<typeof ChatMessage>;

export const GroupChats = Type.Object({
  eventid: Type.Integer(),
  groupchats: Type.Array(
    Type.Object({
      groupchatid: Type.Integer(),
      groupchatname: Type.String({ description: "As its widget is called" }),
      uniqueviews: Type.Integer({ description: "People who opened it" }),
      totalviews: Type.Integer({ description: "How often it was opened" }),
      chatmessages: Type.Array(ChatMessage),
    }),
  ),
});

export const PresenterChats = Type.Object({
  eventid: Type.Integer(),
  presenterchats: Type.Array(
    Type.Object({
      presenterid: Type.Integer(),
      firstname: Type.String(),
      lastname: Type.String(),
      email: Type.String(),
      accessmode: Type.String({ description: "Producer, Presenter or Moderator, as they were then" }),
      chatid: Type.Integer({ description: "The line" }),
      createtimestamp: instant("Said"),
      content: Type.String(),
    }),
  ),
});

export const UserQuestions = Type.Object({
  questions: Type.Array(
    Type.Object({
      eventid: Type.Integer(),
      clientid: Type.Integer(),
      eventuserid: Type.Integer(),
      questionid: Type.Integer(),
      createtimestamp: instant("Asked"),
      content: text("As they wrote it; nothing once they were forgotten"),
      firstname: text("First name"),
      lastname: text("Last name"),
      email: Type.String(),
      answer: Type.Optional(QuestionAnswer),
      exteventusercd: text("The person's id elsewhere"),
    }),
  ),
});
