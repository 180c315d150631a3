import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { codeOf } from "../../attending/polls/present.ts";
import { listWordings, type Wording } from "./queries.ts";
import { SurveyLibrary } from "./v2-schema.ts";

export function surveyLibrary(v2: V2, { db }: { readonly db: Kysely<Database> }): void {
  v2.operation("AnalyticsClientLevel.ClientSurveyLibrary", {
    answer: SurveyLibrary,
    handle: async ({ client }) => {
      const questions = new Map<number, [Wording, ...Wording[]]>();
      for (const wording of await listWordings(db, client.id)) {
        const known = questions.get(wording.code);
        if (known) known.push(wording);
        else questions.set(wording.code, [wording]);
      }
      return { surveyquestions: [...questions.values()].map(presentQuestion) };
    },
  });
}

const types = { singleoption: "SINGLE_OPTION", multioption: "MULTI_OPTION", singletext: "SINGLE_TEXT" } as const;

function presentQuestion([first, ...others]: readonly [Wording, ...Wording[]]) {
  return {
    ...presentWording(first),
    questiontype: types[first.type],
    variations: others.map((wording) => ({ ...presentWording(wording), languagecode: wording.languageCode })),
  };
}

function presentWording({ code, type, question, answers }: Wording) {
  const choices = answers.map((answer, index) => ({ answercode: codeOf(index + 1), answer }));
  return { questioncode: code, question, ...(type !== "singletext" && { surveyanswer: choices }) };
}
