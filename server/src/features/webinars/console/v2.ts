import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { yesNo } from "../../../http/flags.ts";
import type { EventOperationCall, V2 } from "../../../http/v2/dialect.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import { addResource, MAX_RESOURCE_BYTES } from "./add-resource.ts";
import { addSpeaker, MAX_PICTURE_BYTES } from "./add-speaker.ts";
import { addSurveyQuestions, type NewSurveyQuestion } from "./add-survey-questions.ts";
import type { ConsolePlace } from "./record-console-change.ts";
import { removeAllSpeakers } from "./remove-from-console.ts";
import { setTextWithBanner } from "./set-text-with-banner.ts";
import { readNewResource, readNewSpeaker, readSurveyQuestions, readText } from "./v2-form.ts";
import {
  CreatedResource,
  CreatedSpeaker,
  CreatedSurvey,
  Message,
  RelatedContentForm,
  SpeakerForm,
  SurveyForm,
  TextForm,
  UpdatedText,
} from "./v2-schema.ts";

export interface ConsoleDeps {
  db: Kysely<Database>;
  files: FileStore;
}

export function consoleOperations(v2: V2, deps: ConsoleDeps): void {
  v2.eventOperation("EventManagement.CreateRelatedContent", {
    form: RelatedContentForm,
    upload: { field: "file", maxBytes: MAX_RESOURCE_BYTES },
    answer: CreatedResource,
    handle: async (call) => {
      const resource = readNewResource(call.form, call.file);
      await addResource(deps, placeOf(call), resource);
      const { name, content } = resource;
      const what = "url" in content ? { url: content.url } : { file: content.file.name };
      return { message: "RECEIVED", resource: { name, ...what } };
    },
  });

  v2.eventOperation("EventManagement.CreateSpeakerBio", {
    form: SpeakerForm,
    upload: { field: "file", maxBytes: MAX_PICTURE_BYTES },
    answer: CreatedSpeaker,
    handle: async (call) => {
      const { name, ...speaker } = readNewSpeaker(call.form);
      // Forms of browsers send an empty file where none was chosen.
      const picture = call.file && call.file.byteSize > 0 ? call.file : undefined;
      const id = await addSpeaker(deps, placeOf(call), { name, ...speaker }, picture);
      return { message: "RECEIVED", speaker: { id, ...(picture && { file: picture.name }), name, ...speaker } };
    },
  });

  v2.eventOperation("EventManagement.DeleteSpeakerBio", {
    answer: Message,
    handle: async (call) => {
      await removeAllSpeakers(deps.db, placeOf(call));
      return { message: "Speaker bio data has been deleted." };
    },
  });

  v2.eventOperation("EventManagement.CreateSurveyQuestionsAndAnswers", {
    form: SurveyForm,
    answer: CreatedSurvey,
    handle: async (call) => {
      const questions = readSurveyQuestions(call.form);
      await addSurveyQuestions(deps.db, placeOf(call), questions);
      return { eventid: call.event.id, surveyquestions: questions.map(presentQuestion) };
    },
  });

  v2.eventOperation("EventManagement.UpdateTextWithBannerWidget", {
    form: TextForm,
    answer: UpdatedText,
    handle: async (call) => {
      const { widgetName, content } = readText(call.form);
      await setTextWithBanner(deps.db, placeOf(call), widgetName, content);
      return { message: "RECEIVED", content: "text" in content ? content.text : content.rows.map(presentRow) };
    },
  });
}

function placeOf({ client, event, token }: EventOperationCall): ConsolePlace {
  return { clientId: client.id, eventId: event.id, actor: `token:${token.id}` };
}

function presentQuestion({ type, isRequired, question, answers }: NewSurveyQuestion) {
  return {
    questiontype: type,
    required: yesNo(isRequired),
    question,
    surveyanswers: answers.map((answer, index) => ({ answercode: `choice${index + 1}`, answer })),
  };
}

function presentRow(cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(cells.map((cell, index) => [`column${index + 1}`, cell]));
}
