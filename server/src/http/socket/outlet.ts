import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Frame } from "./frame.ts";

/** Why a page's connection ends. */
export type EndHow = "restart" | "refused" | "unread";

/** What leads to one page: a socket, or what it fetches by long-poll. */
export interface Outlet {
  send(frame: Frame): void;
  /** Whether so much waits to be read that nothing more should be sent. */
  readonly isBehind: boolean;
  /** Calls back once what waits has been read. */
  whenRead(resume: () => void): void;
  /** Ends it after what was sent, or at once when nobody reads. */
  end(how: EndHow): void;
}

/** A page that reads nothing holds at most this much of our memory, and the frame that passes it. */
export const MOST_BEHIND_BYTES = 256 * 1024;

/** RFC 6455, 7.4.1. */
const closeCodes = { restart: 1012, refused: 1008 } as const;

/** Writes frames past the WebSocket library, which would make each of them anew for every socket. */
export class SocketOutlet implements Outlet {
  readonly #webSocket: WebSocket;
  readonly #socket: Duplex;

  /** @param socket that the WebSocket speaks through */
  constructor(webSocket: WebSocket, socket: Duplex) {
    this.#webSocket = webSocket;
    this.#socket = socket;
  }

  send(frame: Frame): void {
    if (this.#socket.writable) this.#socket.write(frame.bytes);
  }

  get isBehind(): boolean {
    return this.#socket.writableLength > MOST_BEHIND_BYTES;
  }

  whenRead(resume: () => void): void {
    this.#socket.once("drain", resume);
  }

  end(how: EndHow): void {
    if (how === "unread") this.#webSocket.terminate();
    else this.#webSocket.close(closeCodes[how]);
  }
}
