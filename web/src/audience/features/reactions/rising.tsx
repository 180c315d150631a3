import type { ReactionType } from "@lectern/wire/reactions";
import { useEffect, useState } from "react";
import { usePart } from "../../../lib/room/use-room.tsx";
import { ReactionPicture } from "./reaction-picture.tsx";
import { reactionsPart } from "./reactions-part.ts";

interface Risen {
  readonly key: number;
  readonly type: ReactionType;
  /** Percent from the side. */
  readonly place: number;
  readonly delayMs: number;
}

/** However many thousand react: so many rise in a second, and are seen at once. */
const [MOST_A_SECOND, MOST_AT_ONCE] = [8, 24];

let keys = 0;

/** Reactions of everybody, rising over the stage; for eyes only. */
export function RisingReactions() {
  const { burst } = usePart(reactionsPart);
  const [risen, setRisen] = useState<readonly Risen[]>([]);
  useEffect(() => {
    const news = choose(burst);
    if (news.length > 0) setRisen((before) => [...before, ...news].slice(-MOST_AT_ONCE));
  }, [burst]);
  const end = (key: number) => setRisen((before) => before.filter((one) => one.key !== key));
  return (
    <div className="rising" aria-hidden="true">
      {risen.map(({ key, type, place, delayMs }) => (
        <span
          key={key}
          style={{ insetInlineEnd: `${place}%`, animationDelay: `${delayMs}ms` }}
          onAnimationEnd={() => end(key)}
        >
          <ReactionPicture type={type} />
        </span>
      ))}
    </div>
  );
}

/** Of each kind its share. */
function choose(burst: Readonly<Record<string, number>>): readonly Risen[] {
  const total = Object.values(burst).reduce((sum, count) => sum + count, 0);
  const scale = Math.min(1, MOST_A_SECOND / Math.max(1, total));
  return Object.entries(burst).flatMap(([type, count]) =>
    Array.from({ length: Math.max(1, Math.round(count * scale)) }, () => ({
      key: ++keys,
      type: type as ReactionType,
      place: 2 + Math.random() * 22,
      delayMs: Math.round(Math.random() * 900),
    })),
  );
}
