import { useEffect, useRef, useState } from "react";
import { useFoundPart } from "../../../lib/room/use-room.tsx";
import { chatPart } from "../chat/chat-part.ts";
import { pollsPart } from "../polls/polls-part.ts";
import { questionsPart } from "../questions/questions-part.ts";

/** Keys of panels in which something has come while they were not seen. */
export function useFresh(seen: readonly string[]): ReadonlySet<string> {
  const polls = useFoundPart(pollsPart)?.polls;
  const marks: Readonly<Record<string, number>> = {
    "group-chat": useFoundPart(chatPart)?.lines.at(-1)?.lineId ?? 0,
    qa: useFoundPart(questionsPart)?.shown.filter(({ answer }) => answer !== null).length ?? 0,
    poll: polls?.reduce((sum, { isOpen, isPublished }) => sum + 1 + Number(isOpen) + Number(isPublished), 0) ?? 0,
  };
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const before = useRef(marks);
  useEffect(() => {
    const changed = Object.keys(marks).filter((key) => marks[key] !== before.current[key]);
    before.current = marks;
    setFresh((known) => {
      const next = [...known, ...changed].filter(
        (key, index, all) => !seen.includes(key) && all.indexOf(key) === index,
      );
      return next.length === known.size && next.every((key) => known.has(key)) ? known : new Set(next);
    });
  });
  return fresh;
}
