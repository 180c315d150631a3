import { useFoundPart, usePart } from "../../../lib/room/use-room.tsx";
import { useSay } from "../../../lib/texts/texts.ts";
import { Ended } from "../phase/ended.tsx";
import { Lobby } from "../phase/lobby.tsx";
import { phasePart } from "../phase/phase-part.ts";
import { Reactions } from "../reactions/reactions.tsx";
import { RisingReactions } from "../reactions/rising.tsx";
import { player } from "./player-state.ts";
import { Screen } from "./screen.tsx";
import { stagePart } from "./stage-part.ts";

/** What everybody looks at, with the reactions to it. */
export function Stage() {
  const say = useSay();
  const { phase } = usePart(phasePart);
  const { stage } = useFoundPart(stagePart) ?? {};
  return (
    <section className="stage" aria-label={say("stage.name")}>
      <div className="stage-picture">
        {phase === "lobby" || phase === "scheduled" ? <Lobby /> : phase === "ended" ? <Ended /> : <Screen />}
        <RisingReactions />
      </div>
      {stage?.message && (
        <p className="notice stage-message" role="status" dir="auto">
          <strong>{say("stage.message")}: </strong>
          {stage.message}
        </p>
      )}
      {(phase === "live" || phase === "on-demand") && <Reactions position={() => player.position} />}
    </section>
  );
}
