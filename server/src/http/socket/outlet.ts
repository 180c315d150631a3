import type { Duplex } from "node:stream";
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

/** Writes frames past the WebSocket library, which would make each of them anew for every socket. */
export function socketOutlet(socket: Duplex, end: Outlet["end"]): Outlet {
  return {
    send(frame) {
      if (socket.writable) socket.write(frame.bytes);
    },
    get isBehind() {
      return socket.writableLength > MOST_BEHIND_BYTES;
    },
    whenRead: (resume) => void socket.once("drain", resume),
    end,
  };
}
