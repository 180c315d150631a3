import type { ListedSpeaker, ListedWidget } from "../../webinars/console/list-console.ts";

/** What these contain is told by features of their own, when its time has come. */
const toldElsewhere: readonly string[] = ["poll", "test"];

/** A widget as the room gets it: without which answers are right, and where mails of the audience go. */
export function presentWidget(widget: ListedWidget): object {
  const { id, kind, name, area, isOpen, resources, speakers } = widget;
  const content = toldElsewhere.includes(kind) ? {} : withoutMailAddress(widget.content);
  return { ...{ id, kind, name, area, isOpen, content, resources }, speakers: speakers.map(presentSpeaker) };
}

/** A call to action that leads nowhere asks for a message. */
export function withoutMailAddress(content: object): object {
  const { contactEmail: _, ...rest } = content as { contactEmail?: string };
  return rest;
}

function presentSpeaker({ email: _, ...speaker }: ListedSpeaker): object {
  return speaker;
}
