import { type ReactionType, reactionTypes } from "@lectern/wire/reactions";
import { useMention, usePart, useRoom } from "../../../lib/room/use-room.tsx";
import { useSay } from "../../../lib/texts/texts.ts";
import { Icon } from "../../../ui/icon.tsx";
import { phasePart } from "../phase/phase-part.ts";
import { ReactionPicture } from "./reaction-picture.tsx";
import { reactionsPart } from "./reactions-part.ts";

/** Told without words: how one finds it, and that one wants to speak. */
export function Reactions({ position }: { position(): number | undefined }) {
  const say = useSay();
  const mention = useMention();
  const { phase } = usePart(phasePart);
  const react = (type: ReactionType) => {
    const at = position();
    mention("reactions.react", { type, ...(at !== undefined && { position: at }) });
  };
  return (
    <fieldset className="reactions" aria-label={say("reactions.name")}>
      {reactionTypes.map((type) => (
        <button
          key={type}
          type="button"
          className="reaction"
          onClick={() => react(type)}
          title={say(`reactions.${type}`)}
        >
          <ReactionPicture type={type} />
          <span className="visually-hidden">{say(`reactions.${type}`)}</span>
        </button>
      ))}
      {phase === "live" && <Hand />}
    </fieldset>
  );
}

function Hand() {
  const say = useSay();
  const mention = useMention();
  const { store } = useRoom();
  const { isHandRaised } = usePart(reactionsPart);
  const move = () => {
    mention(isHandRaised ? "hands.lower" : "hands.raise", {});
    store.change(reactionsPart, (state) => ({ ...state, isHandRaised: !isHandRaised }));
  };
  return (
    <button type="button" className="button second hand" aria-pressed={isHandRaised} onClick={move}>
      <Icon name="hand" />
      {say(isHandRaised ? "reactions.lower" : "reactions.raise")}
    </button>
  );
}
