import Type, { type TSchema } from "typebox";
import { MAX_ANSWERS, MAX_COLUMNS, MAX_LINE, MAX_PARTIAL_CREDITS, MAX_QUESTIONS, MAX_ROWS } from "./limits.ts";
import { line, mailAddress, name, storable, text, webAddress } from "./text-schemas.ts";

// What producers put into each kind of widget. Resources, speakers, survey questions and polls have tables of their own.

const strict = { additionalProperties: false };
const percent = Type.Integer({ minimum: 0, maximum: 100 });
const listOf = <Item extends TSchema>(item: Item, maxItems: number, minItems = 1) =>
  Type.Array(item, { minItems, maxItems });

/** A widget that needs nothing said, or only a line above what it shows. */
export const Introduced = Type.Object({ introduction: Type.Optional(text) }, strict);

const banner = Type.Optional(
  Type.Object(
    { imageUrl: webAddress, alternativeText: Type.Optional(line), linkUrl: Type.Optional(webAddress) },
    strict,
  ),
);
/** A table has the same number of cells in all its rows. */
const rows = Type.Refine(
  listOf(listOf(storable(MAX_LINE), MAX_COLUMNS), MAX_ROWS),
  (table) => table.every((row) => row.length === table[0]?.length),
  () => "must have the same number of cells in every row",
);
export const TextWithBanner = Type.Union([
  Type.Object({ banner, text: Type.Optional(text) }, strict),
  Type.Object({ banner, rows }, strict),
]);

export const Survey = Type.Object({ introduction: Type.Optional(text), thanks: Type.Optional(text) }, strict);

/** What a click, or what it leads to, counts as beside being a click. */
export const purposes = [
  "link",
  "gateway",
  "meeting",
  "demo",
  "free-trial",
  "contact-us",
  "pricing",
  "price-quote",
  "drift",
  "calendly",
] as const;

const callToAction = {
  label: name,
  text: Type.Optional(text),
  imageUrl: Type.Optional(webAddress),
  purpose: Type.Optional(Type.Unsafe<(typeof purposes)[number]>({ type: "string", enum: [...purposes] })),
};

/** Leads to an address, or asks for a message to somebody. */
export const CallToAction = Type.Union([
  Type.Object({ ...callToAction, url: webAddress }, strict),
  Type.Object({ ...callToAction, contactEmail: mailAddress }, strict),
]);

/** What somebody must have done; every condition given counts. */
const conditions = {
  minimumMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
  minimumPollResponses: Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_QUESTIONS })),
  isTestRequired: Type.Optional(Type.Boolean()),
  isSurveyRequired: Type.Optional(Type.Boolean()),
  /** Points of continuing education. */
  credits: Type.Optional(Type.Number({ minimum: 0, maximum: 1000 })),
  /** To whoever has earned it. */
  message: Type.Optional(text),
};

/** A certificate, and what is given to those who only meet less. */
export const Certification = Type.Object(
  {
    title: name,
    text: Type.Optional(text),
    ...conditions,
    /** The best first. */
    partialCredits: Type.Optional(listOf(Type.Object({ name, ...conditions }, strict), MAX_PARTIAL_CREDITS)),
  },
  strict,
);

/** Which answers are right is for scoring: whoever shows a test to the audience leaves it out. */
export const Test = Type.Object(
  {
    title: name,
    introduction: Type.Optional(text),
    passPercent: percent,
    maxAttempts: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    questions: listOf(
      Type.Object(
        {
          question: line,
          answers: listOf(Type.Object({ answer: line, isCorrect: Type.Boolean() }, strict), MAX_ANSWERS),
        },
        strict,
      ),
      MAX_QUESTIONS,
    ),
  },
  strict,
);
