import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { one } from "../../../http/forms.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { eachOf } from "../../../http/v2/lists.ts";
import { type Parameter, parameter, parameters } from "../../../http/v2/parameters.ts";
import { presentAnswer } from "../../../http/v2/question-answer.ts";
import { domainKey } from "../../../lib/email-address.ts";
import { type ListedQuestion, walkQuestions } from "./question-queries.ts";
import { UserQuestions } from "./v2-schema.ts";

const emailFilter = parameter.text(
  "emailfilter",
  "Only of people with addresses in these domains: names with | between",
);

/** What is no domain stays as it is, and is nobody's. */
const domains: Parameter<string[] | undefined> = {
  properties: emailFilter.properties,
  read(fields) {
    const names = (one(fields, "emailfilter") ?? "").split("|").map((name) => name.trim());
    const keys = names.filter((name) => name !== "").map((name) => domainKey(name) ?? name);
    return keys.length > 0 ? keys : undefined;
  },
};

const asked = parameters({
  window: parameter.dates({ defaults: { minutes: 5 }, maxMinutes: 60 }),
  clientIds: parameter.subaccounts("excluded"),
  domains,
});

/** What audiences of a client ask just now. */
export function userQuestions(v2: V2, { db }: { readonly db: Kysely<Database> }): void {
  v2.operation("AnalyticsClientLevel.UserQuestions", {
    query: asked.schema,
    answer: UserQuestions,
    handle: async (call) => {
      const { window, ...filter } = await asked.read(call.query, call);
      return { questions: eachOf(walkQuestions(db, { ...window, ...filter }), presentQuestion) };
    },
  });
}

function presentQuestion(question: ListedQuestion) {
  const { text, firstName, lastName, extEventUserCd } = question;
  return {
    eventid: question.eventId,
    clientid: question.clientId,
    eventuserid: question.registrantId,
    questionid: question.id,
    createtimestamp: formatPacific(question.askedAt),
    ...(text !== null && { content: text }),
    ...(firstName !== null && { firstname: firstName }),
    ...(lastName !== null && { lastname: lastName }),
    email: question.email,
    ...presentAnswer(question),
    ...(extEventUserCd !== null && { exteventusercd: extEventUserCd }),
  };
}
