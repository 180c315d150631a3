import { useState } from "react";
import { useMention } from "../../../lib/room/use-room.tsx";
import { useSend } from "../../../lib/room/use-send.ts";
import { useSay } from "../../../lib/texts/texts.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { Scroll } from "../../../ui/scroll.tsx";
import { Writer } from "../../../ui/writer.tsx";
import { WrittenText } from "../../../ui/written-text.tsx";
import type { Widget } from "../layout/widgets-part.ts";

interface Content {
  readonly label?: string;
  /** As harmless HTML. */
  readonly text?: string;
  readonly imageUrl?: string;
  /** What leads nowhere asks for a message. */
  readonly url?: string;
}

export function CallToAction({ widget }: { readonly widget: Widget }) {
  const { label = widget.name, text, imageUrl, url } = widget.content as Content;
  const say = useSay();
  const mention = useMention();
  return (
    <Scroll className="stack call">
      {imageUrl && <img className="banner" src={imageUrl} alt="" loading="lazy" />}
      {text && <WrittenText html={text} />}
      {url === undefined ? (
        <Request id={widget.id} label={label} />
      ) : (
        <a
          className="button"
          href={url}
          target="_blank"
          rel="noopener"
          onClick={() => mention("calls-to-action.click", { callToActionId: widget.id })}
        >
          <bdi>{label}</bdi>
          <span className="visually-hidden"> ({say("newTab")})</span>
        </a>
      )}
    </Scroll>
  );
}

function Request({ id, label }: { readonly id: number; readonly label: string }) {
  const say = useSay();
  const { text, change, takeOut } = useDraft(`call-${id}`);
  const [isSent, setSent] = useState(false);
  const { send, isSending, fault } = useSend();
  const request = async () => {
    if (!(await send("calls-to-action.request", { callToActionId: id, message: text }))) return;
    takeOut(text);
    setSent(true);
  };
  if (isSent) return <p role="status">{say("calls.sent")}</p>;
  return (
    <>
      <p>
        <strong dir="auto">{label}</strong>
      </p>
      <Writer
        {...{ label: say("calls.message"), button: say("calls.send"), icon: "send", most: 4000 }}
        {...{ value: text, fault, isSending, onChange: change }}
        onSend={() => void request()}
      />
    </>
  );
}
