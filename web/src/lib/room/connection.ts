import type { Answer, Heard, Resumed, Said, SaidBody, SaidKind, Told, ToldBody, Welcome } from "@lectern/wire/messages";
import { GONE_AFTER_MS, HEARTBEAT_MS } from "@lectern/wire/room";
import { Outbox } from "./outbox.ts";
import type { End, OpenTransport, Transport } from "./transport.ts";
import { waitBefore } from "./waits.ts";

/** Where a connection stands. It comes back by itself from all but "closed". */
export type Standing =
  | { readonly kind: "connecting" }
  | { readonly kind: "open" }
  /** @property isAgain whether it was open before. */
  | { readonly kind: "waiting"; readonly isAgain: boolean }
  | { readonly kind: "closed"; readonly reason: ClosedReason };

/** A goodbye for good, or what the door said: "room.blocked". */
export type ClosedReason = ToldBody<"room.goodbye">["reason"] | "refused" | (string & {});

export interface ConnectionOptions {
  /** Of the room, with who comes. */
  readonly address: URL;
  /** Of the page. */
  readonly tab: string;
  readonly bySocket: OpenTransport;
  readonly byPoll: OpenTransport;
  /** What the next sign of life tells. */
  signOfLife(): SaidBody<"room.alive">;
  onWelcome(welcome: Welcome): void;
  onTold(told: Told): void;
  onStanding(standing: Standing): void;
}

/** What the door says for good: nobody is let in by trying again. */
const FINAL = [400, 401, 403, 404, 410];

/**
 * A page's connection to a room: comes back when it breaks and goes on where it was, by requests where sockets are blocked, and
 * keeps what is said meanwhile.
 */
export class RoomConnection {
  readonly #options: ConnectionOptions;
  readonly #outbox = new Outbox();
  #transport: Transport | undefined;
  #standing: Standing = { kind: "connecting" };
  #seq: number | undefined;
  #attempt = 0;
  #wasEverOpen = false;
  /** Whether the last socket did not come through, so that requests are tried. */
  #isSocketBlocked = false;
  #heardAt = 0;
  #returnAfterMs: number | undefined;
  #clockAheadMs = 0;
  #retrying: ReturnType<typeof setTimeout> | undefined;
  #beating: ReturnType<typeof setInterval> | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /** By the server's clock, as well as it is known. */
  now(): number {
    return Date.now() + this.#clockAheadMs;
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** Whether messages go by requests. */
  get isByPoll(): boolean {
    return this.#standing.kind === "open" && this.#isSocketBlocked;
  }

  open(): void {
    this.#connect();
  }

  /** Says something, now or as soon as there is a connection; rejects with Unanswered. */
  say<Kind extends SaidKind>(kind: Kind, body: SaidBody<Kind>): Promise<Answer> {
    return this.#outbox.post(kind, body);
  }

  /** The page is shown again, or the network is back: nobody waits for a time-out to find out whether all is well. */
  wake(): void {
    if (this.#standing.kind === "waiting") this.#retry(0);
    else if (this.#standing.kind === "open" && Date.now() - this.#heardAt > HEARTBEAT_MS) this.#lose({ wasOpen: true });
  }

  /** The page is left. */
  leave(): void {
    if (this.#standing.kind === "open") this.#send({ kind: "room.leave", id: 0 });
    this.#close("left");
  }

  #connect(): void {
    clearTimeout(this.#retrying);
    const address = new URL(this.#options.address);
    address.searchParams.set("tab", this.#options.tab);
    if (this.#seq !== undefined) address.searchParams.set("since", String(this.#seq));
    const open = this.#isSocketBlocked ? this.#options.byPoll : this.#options.bySocket;
    this.#heardAt = Date.now();
    this.#transport = open(address, {
      hear: (message) => this.#hear(message),
      end: (end) => this.#lose(end),
    });
  }

  #hear(message: Heard): void {
    this.#heardAt = Date.now();
    if ("re" in message) {
      this.#setClock(message.at);
      this.#outbox.answer(message);
    } else if (message.kind === "welcome") this.#begin(message as Welcome);
    else if (message.kind === "resumed") this.#begin(message as Resumed);
    else {
      const told = message as Told;
      if (told.seq !== undefined) this.#seq = told.seq;
      if (told.kind === "room.goodbye") this.#hearGoodbye(told);
      else this.#options.onTold(told);
    }
  }

  #begin(message: Welcome | Resumed): void {
    this.#setClock(message.at);
    if (message.kind === "welcome") {
      this.#seq = message.seq;
      this.#options.onWelcome(message);
    }
    // A snapshot may also come in the middle, where one could not follow.
    if (this.#standing.kind === "open") return;
    this.#attempt = 0;
    this.#returnAfterMs = undefined;
    this.#wasEverOpen = true;
    this.#stand({ kind: "open" });
    this.#outbox.open((said) => this.#send(said));
    this.#beating = setInterval(() => this.#beat(), HEARTBEAT_MS);
    this.#beat();
  }

  #hearGoodbye({ reason, returnAfterMs }: ToldBody<"room.goodbye">): void {
    if (returnAfterMs === undefined) this.#close(reason);
    else this.#returnAfterMs = returnAfterMs;
  }

  #beat(): void {
    // Each sign of life is answered: where nothing comes any more, the connection is dead, whatever the system says.
    if (Date.now() - this.#heardAt > GONE_AFTER_MS) this.#lose({ wasOpen: true });
    else this.#send({ kind: "room.alive", id: 0, ...this.#options.signOfLife() });
  }

  #send(message: Said): void {
    this.#transport?.send(message);
  }

  #lose({ wasOpen, refusal }: End): void {
    if (this.#standing.kind === "closed") return;
    this.#end();
    if (refusal && FINAL.includes(refusal.status)) {
      this.#close(refusal.code ?? "refused");
      return;
    }
    // A socket does not tell why it was not let in: a request does, and may come through where the socket did not.
    const isTriedByPoll = !wasOpen && !this.#isSocketBlocked;
    this.#isSocketBlocked = isTriedByPoll;
    this.#stand({ kind: "waiting", isAgain: this.#wasEverOpen });
    const hintMs = this.#returnAfterMs ?? refusal?.retryAfterMs;
    this.#returnAfterMs = undefined;
    this.#retry(hintMs ?? (isTriedByPoll ? 0 : waitBefore(this.#attempt++)));
  }

  #retry(afterMs: number): void {
    clearTimeout(this.#retrying);
    this.#retrying = setTimeout(() => this.#connect(), afterMs);
  }

  #close(reason: ClosedReason): void {
    this.#end();
    this.#outbox.close();
    this.#stand({ kind: "closed", reason });
  }

  #end(): void {
    clearTimeout(this.#retrying);
    clearInterval(this.#beating);
    this.#transport?.close();
    this.#transport = undefined;
    this.#outbox.interrupt();
  }

  #stand(standing: Standing): void {
    this.#standing = standing;
    this.#options.onStanding(standing);
  }

  /** What arrives was sent a moment ago: the latest of such clocks is the nearest to the truth. */
  #setClock(at: number): void {
    const aheadMs = at - Date.now();
    if (this.#clockAheadMs === 0 || aheadMs > this.#clockAheadMs || Math.abs(aheadMs - this.#clockAheadMs) > 5000)
      this.#clockAheadMs = aheadMs;
  }
}
