import { formatPacific } from "../../../http/v2/dates.ts";
import { addressOf, purposeOf, wireTypes } from "../../attending/calls-to-action/purposes.ts";
import { codeOf } from "../../attending/polls/present.ts";
import type { QuestionRow } from "../../attending/surveys/queries.ts";
import type { ClickedCall, OpenedResource, PolledQuestion } from "./queries.ts";
import type { CallToAction, Poll, ResourcesViewed, Survey } from "./v2-schema.ts";

export function presentPoll({ type, answers, options, firstPushedAt, ...polled }: PolledQuestion): Poll {
  const votes = options.reduce((sum, option) => sum + option.votes, 0);
  return {
    pollid: polled.pollId,
    polltype: type === "rating" ? "singleoption" : type,
    pollquestionid: polled.questionId,
    pollquestion: polled.question,
    totalvotes: type === "singletext" ? answers : votes,
    ...(firstPushedAt !== null && { livepushedtimestamp: formatPacific(firstPushedAt) }),
    summary: presentChoices(options, votes),
  };
}

export function presentSurvey(eventId: number, questions: readonly QuestionRow[]): Survey {
  return {
    surveyid: `${eventId}_survey1`,
    surveycode: "survey1",
    surveyquestions: questions.map(({ id, type, question, code, answers, options }) => ({
      ...{ questionid: id, questiontype: type, question, questioncode: code, responses: answers },
      ...(type !== "singletext" && answers > 0 && { surveyanswer: presentChoices(options, answers) }),
    })),
  };
}

export function presentResources(resources: readonly OpenedResource[]): ResourcesViewed {
  const viewed = resources.filter(({ openers }) => openers > 0);
  const notViewed = resources.filter(({ openers }) => openers === 0);
  return {
    totalresources: viewed.length,
    resourcesviewed: viewed.map(({ id, name, openers, opens }) => ({
      ...{ resourceid: id, resourcename: name, uniquedownloads: openers, totaldownloads: opens },
    })),
    resourcesnotviewed: notViewed.map(({ id, name }) => ({ resourceid: id, resourcename: name })),
  };
}

export function presentCall({ id, name, content, openers, opens }: ClickedCall): CallToAction {
  const address = addressOf(content);
  return {
    ...{ ctaid: id, ctaname: name, actiontype: wireTypes[purposeOf(content)] },
    ...(address !== undefined && { action: address }),
    ...{ totalclicks: opens, uniqueclicks: openers },
  };
}

/** @param whole of which the votes are percentages. */
function presentChoices(options: readonly { readonly answer: string; readonly votes: number }[], whole: number) {
  return options.map(({ answer, votes }, index) => ({
    answercode: codeOf(index + 1),
    answer,
    percentage: toPercentage(votes, whole),
  }));
}

/** With one decimal; of nothing it is 0. */
function toPercentage(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10;
}
