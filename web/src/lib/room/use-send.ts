import type { Answer, SaidBody, SaidKind } from "@lectern/wire/messages";
import { useState } from "react";
import type { PlainSayKey } from "../texts/texts.ts";
import { useSay } from "../texts/texts.ts";
import { Unanswered } from "./outbox.ts";
import { useSaying } from "./use-room.tsx";

type Done = Extract<Answer, { kind: "done" }>;
type Refused = Extract<Answer, { kind: "refused" }>;

interface Sending {
  /** Resolves to undefined when it was refused or not answered; `fault` tells why then. */
  send<Kind extends SaidKind>(kind: Kind, body: SaidBody<Kind>): Promise<Done | undefined>;
  readonly isSending: boolean;
  /** For people to read. */
  readonly fault: string | undefined;
}

/** Refusals with words of their own; the others only say that it did not work. */
const told: Readonly<Record<string, PlainSayKey>> = {
  "question.closed": "questions.closed",
  "chat.off": "chat.off",
  "poll.closed": "polls.closed",
};

/** Says something that somebody waits for: what became of it can be shown. */
export function useSend(): Sending {
  const sayInRoom = useSaying();
  const say = useSay();
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string>();

  const faultOf = ({ code, retryAfterMs }: Refused) => {
    const key = told[code];
    if (key) return say(key);
    if (retryAfterMs === undefined) return say("failed");
    return say("wait", { seconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) });
  };

  const send: Sending["send"] = async (kind, body) => {
    setSending(true);
    setFault(undefined);
    try {
      const answer = await sayInRoom(kind, body);
      if (answer.kind === "done") return answer;
      setFault(faultOf(answer));
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      setFault(say("notSent"));
    } finally {
      setSending(false);
    }
    return undefined;
  };
  return { send, isSending, fault };
}
