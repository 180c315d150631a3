import Type, { type Static } from "typebox";
import { text as parameter } from "../../../http/v2/schema-parts.ts";
import { isEmailAddress } from "../../../lib/email-address.ts";
import { MAX_ANSWERS, MAX_COLUMNS, MAX_LINE, MAX_QUESTIONS, MAX_ROWS, MAX_TEXT } from "./limits.ts";
import { line, name, storable, text, webAddress } from "./text-schemas.ts";

export const RelatedContentForm = Type.Object({
  matchname: parameter("Name of the Related Content widget"),
  name: parameter("What the audience reads, up to 255 characters"),
  type: parameter("Resource (a file) or URL, in exactly these letters"),
  file: Type.Optional(
    Type.String({
      format: "binary",
      description: "With type Resource: doc, docx, xls, xlsx, pdf, ppt, pptx, mp3 or mp4, up to 50 MB",
    }),
  ),
  url: parameter("With type URL: an http or https address"),
});

export const CreatedResource = Type.Object({
  message: Type.String(),
  resource: Type.Object({
    name: Type.String(),
    file: Type.Optional(Type.String({ description: "Name of the file" })),
    url: Type.Optional(Type.String()),
  }),
});

/** What is inside `metadata`, names in any letter case; keys beside these are ignored. */
export const SpeakerMetadata = Type.Object({
  name,
  title: Type.Optional(name),
  company: Type.Optional(name),
  email: Type.Refine(storable(254), isEmailAddress),
  twitter: Type.Optional(webAddress),
  linkedin: Type.Optional(webAddress),
  website: Type.Optional(webAddress),
  facebook: Type.Optional(webAddress),
  description: Type.Optional(text),
});
export type SpeakerMetadata = Static<typeof SpeakerMetadata>;

export const SpeakerForm = Type.Object({
  metadata: parameter(
    "JSON: name and email, title, company, description, and up to two of twitter, linkedin, website, facebook",
  ),
  file: Type.Optional(Type.String({ format: "binary", description: "Picture: jpg, gif or png, up to 10 MB" })),
});

export const CreatedSpeaker = Type.Object({
  message: Type.String(),
  speaker: Type.Object({
    id: Type.Integer(),
    file: Type.Optional(Type.String({ description: "Name of the picture's file" })),
    name: Type.String(),
    title: Type.Optional(Type.String()),
    company: Type.Optional(Type.String()),
    email: Type.String(),
    twitter: Type.Optional(Type.String()),
    linkedin: Type.Optional(Type.String()),
    website: Type.Optional(Type.String()),
    facebook: Type.Optional(Type.String()),
    description: Type.Optional(Type.String()),
  }),
});

export const Message = Type.Object({ message: Type.String() });

export const SurveyMetadata = Type.Object({
  surveyquestions: Type.Array(
    Type.Object({
      questiontype: Type.String(),
      required: Type.Optional(Type.Union([Type.String(), Type.Boolean()])),
      question: line,
      surveyanswers: Type.Optional(
        Type.Array(Type.Union([storable(MAX_LINE), Type.Number()]), { maxItems: MAX_ANSWERS }),
      ),
    }),
    { minItems: 1, maxItems: MAX_QUESTIONS },
  ),
});
export type SurveyMetadata = Static<typeof SurveyMetadata>;

export const SurveyForm = Type.Object({
  metadata: parameter("JSON: surveyquestions, a list of questiontype, required, question and surveyanswers"),
  surveyquestions: parameter("The same list without the envelope, for JSON bodies"),
});

export const CreatedSurvey = Type.Object({
  eventid: Type.Integer(),
  surveyquestions: Type.Array(
    Type.Object({
      questiontype: Type.String({ description: "singleoption, multioption or singletext" }),
      required: Type.String({ description: "Y or N" }),
      question: Type.String(),
      surveyanswers: Type.Array(
        Type.Object({
          answercode: Type.String({ description: "choice1, choice2 ..." }),
          answer: Type.String({ description: "Empty for singletext" }),
        }),
      ),
    }),
  ),
});

const Row = Type.Record(Type.String(), storable(MAX_LINE));

export const TextMetadata = Type.Object({
  type: Type.String(),
  matchname: Type.String(),
  content: Type.Union([
    storable(MAX_TEXT, 1),
    Type.Array(
      Type.Refine(Row, (row) => Object.keys(row).length <= MAX_COLUMNS),
      { minItems: 1, maxItems: MAX_ROWS },
    ),
  ]),
});
export type TextMetadata = Static<typeof TextMetadata>;

export const TextForm = Type.Object({
  metadata: parameter(
    "JSON: type (text or table), matchname (the widget's name), content: a text, or rows with column1 to columnN",
  ),
});

export const UpdatedText = Type.Object({
  message: Type.String(),
  content: Type.Union([Type.String(), Type.Array(Type.Record(Type.String(), Type.String()))]),
});
