import type { Answer, Said, SaidBody, SaidKind } from "@lectern/wire/messages";
import { randomName } from "./random-name.ts";

/** The connection broke before the answer: whether it was done nobody knows, and saying it again could do it twice. */
export class Unanswered extends Error {}

interface Letter {
  readonly message: Said;
  readonly isRepeatable: boolean;
  isSent: boolean;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * Doing these twice is the same as doing them once, so they are said again when an answer got lost on the way. The others are
 * handed back to whoever said them.
 */
const repeatable: ReadonlySet<SaidKind> = new Set([
  "widgets.open",
  "resources.open",
  "questions.vote",
  "ideas.vote",
  "polls.answer",
  "surveys.open",
  "surveys.submit",
  "certificates.claim",
  "hands.raise",
  "hands.lower",
  "chat.open",
] as const);

/** Each of these makes something new: what is said again is known by a name of its own for the same. */
const named: ReadonlySet<SaidKind> = new Set(["questions.ask", "chat.say", "ideas.share", "ideas.comment"] as const);

/** What was said and not answered yet: it waits while there is no connection, and goes out in its order when there is one. */
export class Outbox {
  readonly #letters = new Map<number, Letter>();
  #send: ((message: Said) => void) | undefined;
  #isClosed = false;
  #lastId = 0;

  post<Kind extends SaidKind>(kind: Kind, body: SaidBody<Kind>): Promise<Answer> {
    const id = ++this.#lastId;
    const message = { kind, id, ...body, ...(named.has(kind) && { nonce: randomName() }) } as unknown as Said;
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw new Unanswered(kind);
      const letter = { message, isRepeatable: repeatable.has(kind) || named.has(kind), isSent: false, resolve, reject };
      this.#letters.set(id, letter);
      this.#deliver(letter);
    });
  }

  answer(answer: Answer): void {
    const letter = this.#letters.get(answer.re);
    this.#letters.delete(answer.re);
    letter?.resolve(answer);
  }

  /** There is a connection: sends all that waits. */
  open(send: (message: Said) => void): void {
    this.#send = send;
    for (const letter of this.#letters.values()) this.#deliver(letter);
  }

  /** The connection is gone; what was on its way comes back. */
  interrupt(): void {
    this.#send = undefined;
    for (const [id, letter] of this.#letters) {
      if (!letter.isSent) continue;
      letter.isSent = false;
      if (letter.isRepeatable) continue;
      this.#letters.delete(id);
      letter.reject(new Unanswered(letter.message.kind));
    }
  }

  /** Nothing will be sent any more. */
  close(): void {
    this.#isClosed = true;
    this.interrupt();
    for (const { message, reject } of this.#letters.values()) reject(new Unanswered(message.kind));
    this.#letters.clear();
  }

  #deliver(letter: Letter): void {
    if (!this.#send) return;
    letter.isSent = true;
    this.#send(letter.message);
  }
}
