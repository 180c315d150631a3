import { writtenText } from "../../../http/pages/written-text.ts";
import type { ListedSpeaker, ListedWidget } from "../../webinars/console/list-console.ts";

/** What these contain is told by features of their own, when its time has come. */
const toldElsewhere: readonly string[] = ["poll", "test"];

/** A widget as the room gets it: without which answers are right, and where mails of the audience go. */
export function presentWidget(widget: ListedWidget): object {
  const { id, kind, name, area, isOpen, resources, speakers } = widget;
  const content = toldElsewhere.includes(kind) ? {} : contentFor(widget.content);
  return { ...{ id, kind, name, area, isOpen, content, resources }, speakers: speakers.map(presentSpeaker) };
}

/** A content as the audience gets it: where a call to action leads nowhere it asks for a message, and texts are harmless HTML. */
export function contentFor(content: object): object {
  const { contactEmail: _, ...rest } = content as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, written.has(name) ? harmless(value) : value]),
  );
}

const written: ReadonlySet<string> = new Set(["text", "introduction", "thanks", "message"]);

function harmless(value: unknown): unknown {
  return typeof value === "string" ? writtenText(value).text : value;
}

function presentSpeaker({ email: _, description, ...speaker }: ListedSpeaker): object {
  return { ...speaker, ...(description !== undefined && { description: writtenText(description).text }) };
}
