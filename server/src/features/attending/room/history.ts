import { Frame } from "../../../http/socket/frame.ts";
import type { Hearers, LoggedMessage } from "./room-log.ts";

/** A numbered message, ready to be sent. */
export interface HeardMessage {
  readonly seq: number;
  readonly to: Hearers;
  readonly frame: Frame;
}

/** So much is kept for those who come back; who was away longer gets a fresh snapshot. */
const MOST_KEPT = 1000;
const MOST_KEPT_CHARACTERS = 1_000_000;

/** The last messages of a room, without a gap. */
export class History {
  #messages: HeardMessage[] = [];
  #characters = 0;
  #floor: number;
  #last: number;

  /** @param last the number of the message that was told last, before anything is kept. */
  constructor(last: number) {
    this.#floor = last;
    this.#last = last;
  }

  /** Everything after this number is known. */
  get floor(): number {
    return this.#floor;
  }

  get last(): number {
    return this.#last;
  }

  /** Adds the next message; undefined when it is known already. */
  add({ seq, audience, text }: LoggedMessage): HeardMessage | undefined {
    if (seq <= this.#last) return undefined;
    const message = { seq, to: audience, frame: new Frame(`{"seq":${seq},${text.trimStart().slice(1)}`, seq) };
    this.#messages.push(message);
    this.#characters += text.length;
    this.#last = seq;
    while (this.#messages.length > MOST_KEPT || this.#characters > MOST_KEPT_CHARACTERS) this.#drop();
    return message;
  }

  /** Whether everything after a number is known. */
  reaches(seq: number): boolean {
    return seq >= this.#floor && seq <= this.#last;
  }

  after(seq: number): readonly HeardMessage[] {
    return this.#messages.filter((message) => message.seq > seq);
  }

  #drop(): void {
    const dropped = this.#messages.shift();
    if (!dropped) return;
    this.#characters -= dropped.frame.text.length;
    this.#floor = dropped.seq;
  }
}
