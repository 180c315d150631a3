import { usePart, useRoom } from "../../../lib/room/use-room.tsx";
import { useSend } from "../../../lib/room/use-send.ts";
import { useSay } from "../../../lib/texts/texts.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Scroll } from "../../../ui/scroll.tsx";
import { WrittenText } from "../../../ui/written-text.tsx";
import type { Widget } from "../layout/widgets-part.ts";
import { type Earned, earnedPart, withEarned } from "./earned-part.ts";

interface Content {
  readonly title?: string;
  /** As harmless HTML. */
  readonly text?: string;
  readonly minimumMinutes?: number;
  readonly minimumPollResponses?: number;
  readonly isTestRequired?: boolean;
  readonly isSurveyRequired?: boolean;
  readonly credits?: number;
}

export function Certificate({ widget }: { readonly widget: Widget }) {
  const { title, text, credits } = widget.content as Content;
  const say = useSay();
  const earned = usePart(earnedPart).find(({ certificationId }) => certificationId === widget.id);
  return (
    <Scroll className="stack">
      {title && <h3 dir="auto">{title}</h3>}
      {text && <WrittenText html={text} />}
      <Conditions content={widget.content as Content} />
      {credits !== undefined && <p className="small quiet">{say("certificates.credits", { credits })}</p>}
      {earned ? <EarnedLink earned={earned} /> : <Claim id={widget.id} />}
    </Scroll>
  );
}

function Conditions({ content }: { readonly content: Content }) {
  const say = useSay();
  const { minimumMinutes = 0, minimumPollResponses = 0, isTestRequired, isSurveyRequired } = content;
  const conditions = [
    minimumMinutes > 0 && say("certificates.minutes", { count: minimumMinutes }),
    minimumPollResponses > 0 && say("certificates.polls", { count: minimumPollResponses }),
    isTestRequired && say("certificates.test"),
    isSurveyRequired && say("certificates.survey"),
  ].filter((condition): condition is string => typeof condition === "string");
  if (conditions.length === 0) return null;
  return (
    <div className="small">
      <p>{say("certificates.takes")}</p>
      <ul className="conditions">
        {conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ul>
    </div>
  );
}

function Claim({ id }: { readonly id: number }) {
  const say = useSay();
  const { store } = useRoom();
  const { send, isSending, fault } = useSend();
  const claim = async () => {
    const done = await send("certificates.claim", { certificationId: id });
    if (!done) return;
    const one = { ...(done as unknown as Omit<Earned, "certificationId">), certificationId: id };
    store.change(earnedPart, (earned) => withEarned(earned, one));
  };
  return (
    <>
      <button type="button" className="button" aria-disabled={isSending} onClick={() => void claim()}>
        {say("certificates.get")}
      </button>
      <p className="fault" role="status">
        {fault}
      </p>
    </>
  );
}

function EarnedLink({ earned: { address, partialCredit } }: { readonly earned: Earned }) {
  const say = useSay();
  return (
    <p className="notice good" role="status">
      {say("certificates.earned")} {partialCredit && <bdi>{partialCredit}. </bdi>}
      <a href={address} target="_blank" rel="noopener">
        <Icon name="award" /> {say("names.certificate")}
        <span className="visually-hidden"> ({say("newTab")})</span>
      </a>
    </p>
  );
}
