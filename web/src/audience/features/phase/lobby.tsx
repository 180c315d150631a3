import { useEffect, useState } from "react";
import { usePart, useRoom } from "../../../lib/room/use-room.tsx";
import { useLanguage, useSay } from "../../../lib/texts/texts.ts";
import { phasePart } from "./phase-part.ts";

/** Before it starts: what stands on the stage opens by itself, whoever waits does nothing for it. */
export function Lobby() {
  const say = useSay();
  const { startsAt } = usePart(phasePart);
  return (
    <div className="curtain" role="status">
      <h2>{say("lobby.heading")}</h2>
      <Countdown to={startsAt} />
      <p>{say("lobby.says")}</p>
    </div>
  );
}

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

function Countdown({ to }: { readonly to: number }) {
  const say = useSay();
  const language = useLanguage();
  const { connection } = useRoom();
  const [now, setNow] = useState(() => connection.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(connection.now()), 1000);
    return () => clearInterval(ticking);
  }, [connection]);
  const left = Math.ceil((to - now) / 1000);
  if (left <= 0) return <p className="countdown">{say("lobby.soon")}</p>;
  return (
    <p className="countdown" role="timer">
      <span>{say("lobby.startsIn")}</span>
      <strong>
        {partsOf(left)
          .map(([count, unit]) => count.toLocaleString(language, { style: "unit", unit, unitDisplay: "long" }))
          .join(" ")}
      </strong>
    </p>
  );
}

/** Two are enough: nobody counts the seconds of a day. */
function partsOf(seconds: number): readonly (readonly [number, string])[] {
  let left = seconds;
  const parts: (readonly [number, string])[] = [];
  for (const [unit, length] of units) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0 || parts.length > 0 || unit === "second") parts.push([count, unit]);
  }
  return parts.slice(0, 2);
}
