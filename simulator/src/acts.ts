import type { Act, Deed, Doing } from "./act.ts";
import {
  claimCertificate,
  followCallToAction,
  openResource,
  openWidget,
  requestByCallToAction,
  share,
  takeTest,
} from "./console-acts.ts";
import { answerPoll, ask, openChat, raiseHand, react, sayLine, submitSurvey, voteForQuestion } from "./talk-acts.ts";

export interface Moment {
  /** How much of the webinar is over, 0 to 1. */
  readonly at: number;
  /** People in all. */
  readonly crowd: number;
}

/** How likely something is, beside the others. */
type Weight = (moment: Moment) => number;

const always =
  (weight: number): Weight =>
  () =>
    weight;
const from =
  (at: number, weight: number): Weight =>
  (moment) =>
    moment.at >= at ? weight : 0;

/** So many speak before all; of a larger crowd a smaller share does, or nobody could follow. */
const SPEAKING = 100;
const aloud =
  (weight: (at: number) => number): Weight =>
  ({ at, crowd }) =>
    weight(at) * Math.min(1, SPEAKING / crowd);

/** What people do in a room beside being there: they greet at first, ask more and more, and are judged and judge at the end. */
const habits: readonly { readonly act: Act; readonly weight: Weight }[] = [
  { act: answerPoll, weight: always(6) },
  { act: react, weight: always(4) },
  { act: openResource, weight: always(3) },
  { act: followCallToAction, weight: always(3) },
  { act: requestByCallToAction, weight: always(1) },
  { act: openWidget, weight: always(3) },
  { act: share, weight: always(1) },
  { act: openChat, weight: always(1) },
  { act: raiseHand, weight: always(1) },
  { act: sayLine, weight: aloud((at) => 4 - 3 * at) },
  { act: ask, weight: aloud((at) => 1 + 3 * at) },
  { act: voteForQuestion, weight: always(3) },
  { act: takeTest, weight: from(0.4, 4) },
  { act: submitSurvey, weight: from(0.7, 8) },
  { act: claimCertificate, weight: from(0.8, 6) },
];

/** What somebody does now; undefined when there is nothing to do it with. */
export function chooseDeed(doing: Doing, moment: Moment): Deed | undefined {
  const weighed = habits.map(({ act, weight }) => ({ act, weight: weight(moment) }));
  let draw = doing.random.next() * weighed.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = weighed.find(({ weight }) => {
    draw -= weight;
    return draw < 0;
  });
  return chosen?.act(doing);
}
