import { useSay } from "../../../lib/texts/texts.ts";

/** On the stage, when nothing is shown there any more; what lies around it stays open. */
export function Ended() {
  const say = useSay();
  return (
    <div className="curtain" role="status">
      <h2>{say("ended.heading")}</h2>
      <p>{say("ended.says")}</p>
    </div>
  );
}
