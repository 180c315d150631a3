import { useEffect, useState } from "react";
import { useStanding } from "../../../lib/room/use-room.tsx";
import { useSay } from "../../../lib/texts/texts.ts";

/** Most connections are back before anybody misses them. */
const CALM_MS = 1500;
const BACK_MS = 3000;

/** Says that the connection is lost, when it stays so for a moment, and that it is back. */
export function ConnectionNotice() {
  const say = useSay();
  const isLost = useStanding().kind === "waiting";
  const [shown, setShown] = useState<"lost" | "back">();
  useEffect(() => {
    if (isLost) {
      const telling = setTimeout(() => setShown("lost"), CALM_MS);
      return () => clearTimeout(telling);
    }
    setShown((before) => (before === "lost" ? "back" : before));
    const hiding = setTimeout(() => setShown(undefined), BACK_MS);
    return () => clearTimeout(hiding);
  }, [isLost]);
  return (
    <div className="connection" role="status">
      {shown && <p className={`notice ${shown === "lost" ? "warn" : "good"}`}>{say(`connection.${shown}`)}</p>}
    </div>
  );
}
