import type { Db } from "../../../../db/database.ts";
import { addTopic } from "../../../attending/ideas/edit-topics.ts";
import { addPoll } from "../../../attending/polls/edit-polls.ts";
import { listPolls, type PollRow } from "../../../attending/polls/queries.ts";
import type { Stage } from "../../../attending/polls/stage.ts";
import { addPresenter } from "../../../attending/presenters/edit-presenter.ts";
import type { Presenter } from "../../../attending/presenters/queries.ts";
import { addQuestion } from "../../../attending/surveys/edit-survey.ts";
import { listQuestions, type QuestionRow } from "../../../attending/surveys/queries.ts";
import { type FoundTest, listTests } from "../../../attending/tests/queries.ts";
import { addWidget } from "../../../webinars/console/add-widget.ts";
import { type ListedWidget, listConsole } from "../../../webinars/console/list-console.ts";
import { countResources, insertResource, insertSpeaker } from "../../../webinars/console/queries.ts";
import type { ConsolePlace } from "../../../webinars/console/record-console-change.ts";
import { polls, resources, speakers, surveyQuestions, team, topic, widgets } from "./furnishings.ts";

/** What is in the webinar, as people find it. */
export interface Things {
  readonly polls: readonly PollRow[];
  readonly survey: readonly QuestionRow[];
  readonly widgets: readonly ListedWidget[];
  readonly tests: readonly FoundTest[];
  readonly topicId: number;
  readonly producer: Presenter;
  readonly presenter: Presenter;
  readonly moderator: Presenter;
}

const before: Stage = { name: "practice", isOnDemand: false, isEverLive: true };

/** Puts everything into a webinar that people can do something with, and lets a team present it. */
export async function furnishWebinar(tx: Db, place: ConsolePlace): Promise<Things> {
  const { clientId, eventId } = place;
  for (const { text, answers } of polls) {
    const options = answers.map((answer) => ({ answer }));
    await addPoll(
      tx,
      place,
      { question: { type: "singleoption", text, options } },
      { stage: before, actor: place.actor },
    );
  }
  for (const question of surveyQuestions) await addQuestion(tx, place, question, before);
  for (const widget of widgets) await addWidget(tx, place, widget);
  const topicId = await addTopic(tx, place, { title: topic });
  const console = await listConsole(tx, clientId, eventId);
  await fillConsole(tx, place, console);
  const [producer, presenter, moderator] = [
    await addPresenter(tx, place, team[0]),
    await addPresenter(tx, place, team[1]),
    await addPresenter(tx, place, team[2]),
  ];
  return {
    polls: await listPolls(tx, place, { isPractice: false }),
    survey: await listQuestions(tx, [place]),
    widgets: await listConsole(tx, clientId, eventId),
    tests: await listTests(tx, place),
    ...{ topicId, producer, presenter, moderator },
  };
}

async function fillConsole(tx: Db, { clientId, eventId }: ConsolePlace, console: readonly ListedWidget[]) {
  const widgetId = (kind: string) => console.find((widget) => widget.kind === kind)?.id ?? 0;
  for (const [name, url] of resources)
    await insertResource(tx, { clientId, eventId, widgetId: widgetId("related-content"), name, url });
  await countResources(tx, clientId, eventId, resources.length);
  for (const speaker of speakers)
    await insertSpeaker(tx, { clientId, eventId, widgetId: widgetId("speaker-bio"), ...speaker });
}
