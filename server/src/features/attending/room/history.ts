import { Frame } from "../../../http/socket/frame.ts";
import type { Hearers, LoggedMessage } from "./room-log.ts";

/** A numbered message, ready to be sent. */
export interface HeardMessage {
  readonly seq: number;
  readonly to: Hearers;
  readonly frame: Frame;
  /** Of whom it tells. */
  readonly registrantId: number | null;
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
  add({ seq, audience, text, registrantId }: LoggedMessage): HeardMessage | undefined {
    if (seq <= this.#last) return undefined;
    const frame = new Frame(`{"seq":${seq},${text.trimStart().slice(1)}`, seq);
    const message = { seq, to: audience, frame, registrantId };
    this.#messages.push(message);
    this.#characters += frame.text.length;
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

  /** Drops what tells of these people: nobody misses it. */
  forget(registrantIds: readonly number[]): void {
    const forgotten = new Set<number | null>(registrantIds);
    this.#messages = this.#messages.filter(({ registrantId }) => registrantId === null || !forgotten.has(registrantId));
    this.#characters = this.#messages.reduce((sum, { frame }) => sum + frame.text.length, 0);
  }

  /** Whoever comes back gets a fresh snapshot. */
  clear(): void {
    this.#messages = [];
    this.#characters = 0;
    this.#floor = this.#last;
  }

  #drop(): void {
    const dropped = this.#messages.shift();
    if (!dropped) return;
    this.#characters -= dropped.frame.text.length;
    this.#floor = dropped.seq;
  }
}
