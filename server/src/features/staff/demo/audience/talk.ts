import { reactionTypes } from "@lectern/wire/reactions";
import { openChats } from "../../../attending/chat/open-chats.ts";
import { sayAsTeam, sayToTeam } from "../../../attending/chat/say-as-team.ts";
import { sayLines } from "../../../attending/chat/say-lines.ts";
import { answerPolls } from "../../../attending/polls/answer-polls.ts";
import { closePoll, publishPoll, pushPoll } from "../../../attending/polls/run-poll.ts";
import { askQuestions } from "../../../attending/questions/ask-questions.ts";
import {
  answerLive,
  answerQuestion,
  dismissQuestion,
  markQuestion,
} from "../../../attending/questions/change-question.ts";
import { voteOnQuestions } from "../../../attending/questions/vote-on-questions.ts";
import { lowerFor, moveHands } from "../../../attending/reactions/hands.ts";
import { react } from "../../../attending/reactions/react.ts";
import { pushSurvey } from "../../../attending/surveys/push-survey.ts";
import { submitSurveys } from "../../../attending/surveys/submit-surveys.ts";
import type { Things } from "./furnish-webinar.ts";
import { everyNth } from "./moments.ts";
import { pick } from "./people.ts";
import { live, perform, type Scene, whoIs } from "./scene.ts";

// What people say: to polls and the survey, to those who speak, and to each other.

const questions = [
  "Will the recording be there afterwards?",
  "How does this work with our CRM?",
  "What does it cost for a small team?",
  "Can several people present together?",
  "Where do I find the slides?",
  "Does it work behind our firewall?",
] as const;
const greetings = ["Hello from Lisbon!", "Good morning everybody", "Hi from Osaka", "Glad to be here"] as const;
const remarks = ["That is so true", "Great slide", "Could you share that link?", "Thank you!"] as const;
const wishes = ["More examples, please.", "Nothing, it was all there.", "A word about prices."] as const;

/** The first of three is the most popular. */
function choose(number: number, options: number): number {
  return number % 3 === 0 ? 1 + ((number / 3) % options) : 1;
}

export async function runPolls(scene: Scene, { polls, presenter }: Things): Promise<void> {
  const { tx, room, at } = scene;
  const actor = `presenter:${presenter.id}`;
  for (const [index, { id: pollId, questionId, options }] of polls.entries()) {
    const minute = 10 + 14 * index;
    await pushPoll(tx, { ...room, pollId }, { stage: live, now: at(minute), actor });
    const answers = everyNth(1, 0, minute)
      .filter(({ number }) => number % 5 !== index)
      .map((person) => ({
        ...whoIs(scene, person, minute + 0.2 + (person.number % 20) / 10),
        ...{ pollId, questionId, stage: live, positions: [choose(person.number + index, options.length)] },
      }));
    await perform(tx, answerPolls, answers);
    const then = { stage: live, now: at(minute + 4), actor };
    await closePoll(tx, { ...room, pollId }, then);
    await publishPoll(tx, { ...room, pollId }, then);
  }
}

export async function answerSurvey(scene: Scene, { survey, producer }: Things): Promise<void> {
  const { tx, room, at } = scene;
  await pushSurvey(tx, room, { stage: live, now: at(53), actor: `presenter:${producer.id}` });
  const submissions = everyNth(3, 1, 54)
    .concat(everyNth(3, 2, 54))
    .map((person) => {
      const { number } = person;
      const asked = survey.filter(({ type }) => type !== "singletext" || number % 4 === 1);
      const answers = asked.map(({ id: questionId, type, options }) =>
        type === "singletext"
          ? { questionId, text: pick(wishes, number) }
          : { questionId, positions: [choose(number, options.length)] },
      );
      return { ...whoIs(scene, person, 53.5 + (number % 10) / 5), stage: live, answers };
    });
  await perform(tx, submitSurveys, submissions);
}

/** Some are answered in writing, to all or to the asker, one aloud; one is put aside, and the last waits. */
export async function askAndAnswer(scene: Scene, { presenter, moderator }: Things): Promise<void> {
  const { tx, room, at } = scene;
  const askers = everyNth(6, 1, 40).slice(0, questions.length);
  const asks = askers.map((person, index) => ({
    ...whoIs(scene, person, 16 + 4 * index),
    ...{ text: pick(questions, index), isAnonymous: false },
  }));
  const ids = await perform(tx, askQuestions, asks);
  const handling = (index: number, minute: number) => {
    return { ...room, questionId: ids[index] ?? 0, presenterId: moderator.id, at: at(minute) };
  };
  const shown = [0, 1, 2, 3];
  for (const index of shown) await markQuestion(tx, handling(index, 40), { isShown: true });
  const votes = shown.flatMap((index) =>
    everyNth(3, index, 41).map((person) => ({
      ...whoIs(scene, person, 41 + index),
      ...{ questionId: ids[index] ?? 0, isUp: true },
    })),
  );
  await perform(tx, voteOnQuestions, votes);
  const toAll = { text: "Yes, from tomorrow on, by the same link.", isPublic: true };
  await answerQuestion(tx, handling(0, 45), toAll);
  await answerQuestion(tx, handling(1, 46), { text: "By the same calls as ON24's API.", isPublic: true });
  await answerQuestion(tx, handling(4, 47), { text: "Below Related Content.", isPublic: false });
  await answerLive(tx, { ...handling(2, 50), presenterId: presenter.id });
  await dismissQuestion(tx, handling(5, 51), true);
}

export async function chat(scene: Scene, { producer, presenter }: Things): Promise<void> {
  const { tx, room, at } = scene;
  const lookers = everyNth(2, 1, 5).concat(everyNth(6, 1, 30));
  await perform(
    tx,
    openChats,
    lookers.map((person, index) => whoIs(scene, person, 5 + index * 0.3)),
  );
  await sayAsTeam(tx, { ...room, presenterId: presenter.id, text: "Welcome!", at: at(4), isPractice: false });
  const greet = everyNth(4, 1, 5).map((person, index) => ({
    ...whoIs(scene, person, 5 + index * 0.4),
    text: pick(greetings, index),
  }));
  const remark = everyNth(4, 3, 30).map((person, index) => ({
    ...whoIs(scene, person, 30 + index * 0.6),
    text: pick(remarks, index),
  }));
  await perform(tx, sayLines, [...greet, ...remark]);
  const toTeam = { ...room, presenterId: producer.id, role: producer.role };
  await sayToTeam(tx, { ...toTeam, text: "Sound and slides are fine", at: at(2) });
  await sayToTeam(tx, { ...room, presenterId: presenter.id, role: presenter.role, text: "Next: the demo", at: at(24) });
  await sayToTeam(tx, { ...toTeam, text: "Five minutes left", at: at(52) });
}

export async function showFeelings(scene: Scene, { moderator }: Things): Promise<void> {
  const { tx, room, at } = scene;
  const reactions = [6, 21, 37, 55].flatMap((minute, index) =>
    everyNth(4, index, minute).map((person) => {
      const moment = minute + (person.number % 6) / 10;
      const type = pick(reactionTypes, person.number + index);
      return { ...whoIs(scene, person, moment), type, secondsFromStart: Math.round(moment * 60) };
    }),
  );
  await perform(tx, react, reactions);
  const raising = everyNth(14, 1, 43).map((person) => ({ ...whoIs(scene, person, 43), isUp: true }));
  await perform(tx, moveHands, raising);
  for (const { registrantId } of raising)
    await lowerFor(tx, { ...room, registrantId, presenterId: moderator.id, at: at(44) });
}
