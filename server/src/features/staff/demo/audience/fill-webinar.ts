import type { Transaction } from "kysely";
import type { Database } from "../../../../db/types.ts";
import { joinAsPresenter } from "../../../attending/presenters/presenter-sessions.ts";
import { type Presenter, seeSession } from "../../../attending/presenters/queries.ts";
import type { ConsolePlace } from "../../../webinars/console/record-console-change.ts";
import { attend, registerPeople } from "./bring-people.ts";
import { claimAll, followCallsToAction, openThings, share, shareIdeas, takeTests } from "./console.ts";
import { furnishWebinar } from "./furnish-webinar.ts";
import { demoPeople } from "./people.ts";
import { dateTotals, insertSentMails } from "./queries.ts";
import type { Scene } from "./scene.ts";
import { answerSurvey, askAndAnswer, chat, runPolls, showFeelings } from "./talk.ts";

/** A webinar that was, and how long ago it began. */
export interface PastWebinar extends ConsolePlace {
  readonly startsAt: Date;
}

/**
 * Fills a webinar that ended days ago with an audience, and with everything that people do in one: by the actions that the
 * rooms call, so that every record and counter is as if it had happened. Always the same; no mail is sent.
 */
export async function fillWebinar(tx: Transaction<Database>, { startsAt, ...place }: PastWebinar): Promise<void> {
  const room = { clientId: place.clientId, eventId: place.eventId };
  const at = (minute: number) => new Date(startsAt.getTime() + Math.round(minute * 60_000));
  const things = await furnishWebinar(tx, place);
  const scene: Scene = { tx, room, at, registrantIds: await registerPeople(tx, room, at) };
  for (const presenter of [things.producer, things.presenter, things.moderator]) await present(scene, presenter);
  await attend(scene);
  await chat(scene, things);
  await openThings(scene, things);
  await runPolls(scene, things);
  await askAndAnswer(scene, things);
  await share(scene, things);
  await shareIdeas(scene, things);
  await followCallsToAction(scene, things);
  await showFeelings(scene, things);
  await takeTests(scene, things);
  await answerSurvey(scene, things);
  await claimAll(scene, things);
  await insertSentMails(
    tx,
    room,
    demoPeople.flatMap((person) => mailsOf(scene, person.number)),
  );
  await dateTotals(tx, room, at(LAST_VISIT_MINUTES));
}

const DAY_MINUTES = 24 * 60;
const LAST_VISIT_MINUTES = 6 * DAY_MINUTES;

/** Practises before, and is there until the end. */
async function present({ tx, room, at }: Scene, { id: presenterId, role }: Presenter): Promise<void> {
  const { clientId } = room;
  for (const [isPractice, from, to] of [
    [true, -25, -10],
    [false, -5, 61],
  ] as const) {
    const tab = `demo-${presenterId}-${isPractice}`;
    const sessionId = await joinAsPresenter(tx, { ...room, presenterId, role, tab, isPractice, at: at(from) });
    await seeSession(tx, { clientId, sessionId, at: at(to), hasEnded: true });
  }
}

/** Everybody's confirmation and reminder, of which some are opened, and of those some clicked. */
function mailsOf({ registrantIds, at }: Scene, number: number) {
  const registrantId = registrantIds.get(number) ?? 0;
  return (["confirmation", "reminder-1"] as const).map((kind, index) => {
    const sentAt = at(-DAY_MINUTES * (2 - index) + number);
    const after = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000);
    return {
      ...{ registrantId, kind, sentAt },
      openedAt: (number + index) % 5 < 3 ? after(45) : null,
      clickedAt: (number + index) % 5 < 2 ? after(46) : null,
    };
  });
}
