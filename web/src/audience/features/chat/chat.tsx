import { usePart } from "../../../lib/room/use-room.tsx";
import { useSend } from "../../../lib/room/use-send.ts";
import { useSay } from "../../../lib/texts/texts.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { Clock } from "../../../ui/clock.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Writer } from "../../../ui/writer.tsx";
import { chatPart, type SeenLine, seenLines } from "./chat-part.ts";
import { useNewest } from "./use-newest.ts";

const MOST_LINE = 1000;

export function Chat() {
  const state = usePart(chatPart);
  const say = useSay();
  const lines = seenLines(state);
  const { list, isAtNewest, goToNewest } = useNewest(lines.at(-1)?.lineId);
  const { mode } = state.settings;
  return (
    <div className="talk">
      {state.pinned && <Pinned line={state.pinned} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div className="talk-list" ref={list} role="log" aria-label={say("chat.newest")} aria-live="off" tabIndex={0}>
        {lines.length === 0 && <Empty>{say(mode === "off" ? "chat.off" : "chat.none")}</Empty>}
        <ul className="plain entries">
          {lines.map((line) => (
            <ChatLine key={line.lineId} line={line} />
          ))}
        </ul>
      </div>
      {!isAtNewest && (
        <button type="button" className="badge to-newest" onClick={goToNewest}>
          {say("chat.newest")}
        </button>
      )}
      {mode === "off" ? lines.length > 0 && <p className="talk-closed">{say("chat.off")}</p> : <Saying />}
    </div>
  );
}

function ChatLine({ line }: { readonly line: SeenLine }) {
  const say = useSay();
  const { name, isTeam, isOwn, at, text, standing } = line;
  return (
    <li className={`entry line ${isOwn ? "own" : ""}`}>
      <p className="entry-head">
        <bdi className="entry-name">{isOwn ? say("questions.you") : name}</bdi>
        {isTeam && <span className="badge">{say("chat.team")}</span>}
        <Clock at={at} />
      </p>
      <p dir="auto" className="prose">
        {text}
      </p>
      {standing !== "shown" && <p className="quiet small">{say(`chat.${standing}`)}</p>}
    </li>
  );
}

function Pinned({ line }: { readonly line: { readonly name: string; readonly text: string } }) {
  const say = useSay();
  return (
    <p className="notice pinned" dir="auto">
      <Icon name="pin" />
      <span className="visually-hidden">{say("chat.pinned")}: </span>
      {line.text}
    </p>
  );
}

function Saying() {
  const say = useSay();
  const { settings } = usePart(chatPart);
  const { text, change, takeOut } = useDraft("chat");
  const { send, isSending, fault } = useSend();
  const speak = async () => {
    if (await send("chat.say", { text })) takeOut(text);
  };
  return (
    <Writer
      {...{ label: say("chat.yours"), button: say("chat.send"), icon: "send", most: MOST_LINE }}
      {...{ value: text, fault, isSending, onChange: change }}
      onSend={() => void speak()}
    >
      {settings.mode === "moderated" && <p className="quiet small">{say("chat.moderated")}</p>}
    </Writer>
  );
}
