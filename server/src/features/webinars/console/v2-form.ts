import Value from "typebox/value";
import { fail } from "../../../errors.ts";
import { type Fields, many, one } from "../../../http/forms.ts";
import { canonicalName } from "../../../http/names.ts";
import type { StagedFile } from "../../../lib/staging.ts";
import { readYesNo } from "../../../lib/yes-no.ts";
import type { NewResource } from "./add-resource.ts";
import type { NewSpeaker } from "./add-speaker.ts";
import type { NewSurveyQuestion } from "./add-survey-questions.ts";
import { name as nameSchema } from "./text-schemas.ts";
import { SpeakerMetadata, SurveyMetadata, TextMetadata } from "./v2-schema.ts";
import { isWebAddress } from "./web-address.ts";

/** Reads a link or a file; `type` says which, and the other must not be sent. */
export function readNewResource(form: Fields, file: StagedFile | undefined): NewResource {
  const required = (name: string) => one(form, name) ?? fail("parameter.missing", { name });
  const widgetName = required("matchname");
  const name = required("name");
  const type = required("type");
  if (!Value.Check(nameSchema, name)) fail("parameter.invalid", { name: "name" });
  if (type !== "Resource" && type !== "URL") fail("parameter.invalid", { name: "type" });
  // Forms of browsers send an empty file where none was chosen.
  const isFileSent = one(form, "file") !== undefined || (file !== undefined && file.byteSize > 0);
  const isResource = type === "Resource";
  const unwanted = isResource ? "url" : "file";
  if (isResource ? one(form, "url") !== undefined : isFileSent)
    fail("relatedContent.unwanted", { field: unwanted, type });
  if (isResource) return { widgetName, name, content: { file: file ?? fail("file.missing", { field: "file" }) } };
  const url = required("url");
  if (!isWebAddress(url)) fail("parameter.invalid", { name: "url" });
  return { widgetName, name, content: { url } };
}

const MAX_CONTACTS = 3;

export function readNewSpeaker(form: Fields): NewSpeaker {
  const metadata = readMetadata(form);
  if (!Value.Check(SpeakerMetadata, metadata)) fail("speaker.invalid");
  const { name, title, company, email, twitter, linkedin, website, facebook, description } = metadata;
  const contacts = {
    email,
    ...(twitter && { twitter }),
    ...(linkedin && { linkedin }),
    ...(website && { website }),
    ...(facebook && { facebook }),
  };
  if (Object.keys(contacts).length > MAX_CONTACTS) fail("speaker.invalid");
  return {
    name,
    ...(title && { title }),
    ...(company && { company }),
    ...contacts,
    ...(description && { description }),
  };
}

/** In `metadata`, or as a JSON body of its own. */
export function readSurveyQuestions(form: Fields): NewSurveyQuestion[] {
  const metadata = readMetadata(form) ?? { surveyquestions: many(form, "surveyquestions").flatMap(parseJson) };
  const { surveyquestions } = metadata;
  const questions = Array.isArray(surveyquestions) ? surveyquestions.map((question) => asObject(question)) : undefined;
  const survey = { surveyquestions: questions };
  if (!Value.Check(SurveyMetadata, survey)) fail("metadata.invalid");
  return survey.surveyquestions.map(readQuestion);
}

const questionTypes = ["singleoption", "multioption", "singletext"] as const;

function readQuestion(question: SurveyMetadata["surveyquestions"][number]): NewSurveyQuestion {
  const type = questionTypes.find((one) => one === question.questiontype.toLowerCase()) ?? fail("metadata.invalid");
  const isRequired = readYesNo(String(question.required ?? "N")) ?? fail("metadata.invalid");
  const answers = (question.surveyanswers ?? []).map(String);
  const isText = type === "singletext";
  const isFitting = isText
    ? answers.every((answer) => answer === "")
    : answers.length > 0 && answers.every((answer) => answer.trim() !== "");
  if (!isFitting || question.question.trim() === "") fail("metadata.invalid");
  return { type, isRequired, question: question.question, answers: isText ? [""] : answers };
}

export interface NewText {
  readonly widgetName: string;
  readonly content: { text: string } | { rows: string[][] };
}

export function readText(form: Fields): NewText {
  const metadata = readMetadata(form);
  if (!Value.Check(TextMetadata, metadata)) fail("metadata.invalid");
  const { matchname: widgetName, content } = metadata;
  const type = metadata.type.toLowerCase();
  if (type === "text" && typeof content === "string") return { widgetName, content: { text: content } };
  if (type === "table" && typeof content !== "string") return { widgetName, content: { rows: content.map(readRow) } };
  return fail("metadata.invalid");
}

/** The cells of column1 to columnN; that all rows have the same number is checked with the widget's content. */
function readRow(row: Record<string, string>): string[] {
  const columns = Object.keys(row).length;
  return Array.from({ length: columns }, (_, index) => row[`column${index + 1}`] ?? fail("metadata.invalid"));
}

/** The object that a form's metadata is the JSON text of, an empty one when it is none; undefined when nothing was sent. */
function readMetadata(form: Fields): Record<string, unknown> | undefined {
  const metadata = one(form, "metadata");
  return metadata === undefined ? undefined : asObject(parseJson(metadata));
}

/** Names in any letter case; null and empty values count as absent, as in forms. */
function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const given = Object.entries(value).filter(([, item]) => item !== null && item !== "");
  return Object.fromEntries(given.map(([name, item]) => [canonicalName(name), item]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
