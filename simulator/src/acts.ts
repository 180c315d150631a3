import type { SaidKind } from "@lectern/wire/messages";
import type { Page } from "./page.ts";
import type { Random } from "./random.ts";

export interface Doing {
  readonly page: Page;
  readonly random: Random;
  /** What the person has done already, and does not do again. */
  readonly memory: Set<string>;
}

/** Something that somebody may do just now; undefined when there is nothing to do it with. */
export type Act = (doing: Doing) => { readonly kind: SaidKind; readonly body: object } | undefined;

interface Widget {
  readonly id: number;
  readonly kind: string;
  readonly resources?: readonly { readonly id: number }[];
}

function widgetsOf(page: Page): readonly Widget[] {
  return (page.state.widgets as { widgets?: readonly Widget[] } | undefined)?.widgets ?? [];
}

function pickOne<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(random.next() * items.length)];
}

const answerPoll: Act = ({ page, random, memory }) => {
  const open = [...page.polls.values()].filter(({ isOpen, pollId }) => isOpen && !memory.has(`poll ${pollId}`));
  const poll = pickOne(random, open);
  if (!poll) return undefined;
  memory.add(`poll ${poll.pollId}`);
  const option = pickOne(random, poll.options);
  const answer = option ? { codes: [option.code] } : { text: "Because it works." };
  return { kind: "polls.answer", body: { pollId: poll.pollId, questionId: poll.questionId, ...answer } };
};

/** Each once: a resource counts once for everybody, however often they open it. */
const openResource: Act = ({ page, random, memory }) => {
  const resources = widgetsOf(page).flatMap((widget) => widget.resources ?? []);
  const resource = pickOne(
    random,
    resources.filter(({ id }) => !memory.has(`resource ${id}`)),
  );
  if (resource) memory.add(`resource ${resource.id}`);
  return resource && { kind: "resources.open", body: { resourceId: resource.id } };
};

const followCallToAction: Act = ({ page, random }) => {
  const widget = pickOne(
    random,
    widgetsOf(page).filter(({ kind }) => kind === "call-to-action"),
  );
  return widget && { kind: "calls-to-action.click", body: { callToActionId: widget.id } };
};

/** Each once, for the same reason. */
const openWidget: Act = ({ page, random, memory }) => {
  const widget = pickOne(
    random,
    widgetsOf(page).filter(({ id }) => !memory.has(`widget ${id}`)),
  );
  if (widget) memory.add(`widget ${widget.id}`);
  return widget && { kind: "widgets.open", body: { widgetId: widget.id } };
};

/** What people do in a room beside being there, the likelier the more often it stands here. */
export const acts: readonly Act[] = [
  ...[answerPoll, answerPoll, answerPoll, openResource, openResource],
  ...[followCallToAction, openWidget],
];
