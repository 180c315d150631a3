import type { Poll } from "@lectern/wire/polls";
import { type FormEvent, useState } from "react";
import { usePart, useRoom } from "../../../lib/room/use-room.tsx";
import { useSend } from "../../../lib/room/use-send.ts";
import { useSay } from "../../../lib/texts/texts.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { Choices } from "../../../ui/choices.tsx";
import { PollResults } from "./poll-results.tsx";
import { answerTo, pollsPart, withAnswer } from "./polls-part.ts";

/** One poll: asked, answered, or with its results. */
export function PollCard({ poll }: { readonly poll: Poll }) {
  const state = usePart(pollsPart);
  const say = useSay();
  const given = answerTo(state, poll);
  const [isChanging, setChanging] = useState(false);
  const isAsking = poll.isOpen && (given === undefined || isChanging);
  return (
    <section className="poll" aria-label={poll.question}>
      <h3 dir="auto">{poll.question}</h3>
      {isAsking ? (
        <PollForm poll={poll} onDone={() => setChanging(false)} />
      ) : (
        <>
          <PollResults poll={poll} given={given} />
          <p className="row apart small quiet">
            <span role="status">{given ? say("polls.thanks") : say("polls.closed")}</span>
            {given && poll.isOpen && poll.isChangeAllowed && (
              <button type="button" className="link" onClick={() => setChanging(true)}>
                {say("polls.change")}
              </button>
            )}
          </p>
        </>
      )}
    </section>
  );
}

function PollForm({ poll, onDone }: { readonly poll: Poll; onDone(): void }) {
  const { pollId, questionId, type, options, isAnonymous } = poll;
  const say = useSay();
  const { store } = useRoom();
  const { send, isSending, fault } = useSend();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { text, change, takeOut } = useDraft(`poll-${questionId}`);
  const isReady = type === "singletext" ? text.trim() !== "" : codes.length > 0;
  const submit = async () => {
    const given = { pollId, questionId, ...(type === "singletext" ? { text } : { codes: [...codes] }) };
    if (!(await send("polls.answer", given))) return;
    store.change(pollsPart, (state) => withAnswer(state, given));
    takeOut(text);
    onDone();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !isSending) void submit();
  };
  return (
    <form className="stack tight" onSubmit={onSubmit}>
      {type === "singletext" ? (
        <textarea
          aria-label={say("polls.yourAnswer")}
          dir="auto"
          maxLength={4000}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <Choices
          {...{ legend: poll.question, options, chosen: codes, onChoose: setCodes }}
          isMany={type === "multioption"}
        />
      )}
      {isAnonymous && <p className="small quiet">{say("polls.anonymous")}</p>}
      <button type="submit" className="button" aria-disabled={!isReady || isSending}>
        {say("polls.submit")}
      </button>
      <p className="fault" role="status">
        {fault}
      </p>
    </form>
  );
}
