import type { Duplex } from "node:stream";
import { type RawData, WebSocket } from "ws";
import { frame } from "./frame.ts";
import { SocketOutlet } from "./outlet.ts";
import type { PageSpeech } from "./say.ts";
import type { Presence } from "./speaker.ts";

/** The page closed by itself: it said so, or its tab is gone. */
const CLOSED_BY_PAGE = [1000, 1001];

/** A WebSocket that knows which page it leads to. */
export class PageSocket extends WebSocket {
  page: SocketPage | undefined;
}

interface Given {
  readonly presence: Presence;
  readonly speech: PageSpeech;
  /** That the WebSocket speaks through. */
  readonly socket: Duplex;
  /** Where the page stands until it is gone. */
  readonly among: Set<SocketPage>;
}

/** One page on a socket. There are as many as people watch, so it is kept small: what listens to them they share. */
export class SocketPage {
  readonly outlet: SocketOutlet;
  readonly #webSocket: PageSocket;
  readonly #presence: Presence;
  readonly #speech: PageSpeech;
  readonly #among: Set<SocketPage>;
  #heardAt = Date.now();

  constructor(webSocket: PageSocket, { presence, speech, socket, among }: Given) {
    this.#webSocket = webSocket;
    this.#presence = presence;
    this.#speech = speech;
    this.#among = among;
    this.outlet = new SocketOutlet(webSocket, socket);
  }

  begin(): void {
    const webSocket = this.#webSocket;
    webSocket.page = this;
    this.#among.add(this);
    webSocket.on("message", onMessage);
    webSocket.on("ping", onPing);
    webSocket.on("error", webSocket.terminate);
    webSocket.on("close", onClose);
    this.#presence.begin(this.outlet);
  }

  /** A connection that broke without a word stays open for the system; whoever is silent since then is gone. */
  endIfSilentSince(time: number): void {
    if (this.#heardAt < time) this.#webSocket.terminate();
  }

  hear(data: RawData, isBinary: boolean): void {
    // The other side may go on while it is asked to close.
    if (this.#webSocket.readyState !== WebSocket.OPEN) return;
    if (isBinary) {
      this.outlet.end("refused");
      return;
    }
    this.#heardAt = Date.now();
    void this.#answer(data.toString());
  }

  /** Never rejects: what fails is an answer too. */
  async #answer(text: string): Promise<void> {
    const answer = await this.#speech.hear(this.#presence, text, Date.now());
    if (answer && this.#webSocket.readyState === WebSocket.OPEN) this.outlet.send(frame(answer));
    if (this.#speech.isNonsense) this.outlet.end("refused");
  }

  leave(code: number): void {
    this.#among.delete(this);
    this.#presence.leave(CLOSED_BY_PAGE.includes(code) ? "closed" : "lost");
  }
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  (this as PageSocket).page?.hear(data, isBinary);
}

/** Whoever only asks for signs of life, and reads none, gets none. */
function onPing(this: WebSocket, data: Buffer): void {
  if (!(this as PageSocket).page?.outlet.isBehind) this.pong(data);
}

function onClose(this: WebSocket, code: number): void {
  (this as PageSocket).page?.leave(code);
}
