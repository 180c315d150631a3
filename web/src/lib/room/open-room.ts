import type { SaidBody } from "@lectern/wire/messages";
import { RoomConnection } from "./connection.ts";
import { pollTransport } from "./poll-transport.ts";
import { randomName } from "./random-name.ts";
import { type AnyPart, RoomStore } from "./room-store.ts";
import { socketTransport } from "./socket-transport.ts";
import type { Room } from "./use-room.tsx";

interface RoomOptions {
  readonly address: URL;
  readonly parts: readonly AnyPart[];
  signOfLife(): SaidBody<"room.alive">;
}

/** Goes into a room and stays there as long as the page does. */
export function openRoom({ address, parts, signOfLife }: RoomOptions): Room {
  const store = new RoomStore(parts);
  const watchers = new Set<() => void>();
  const connection = new RoomConnection({
    address,
    tab: randomName(),
    bySocket: socketTransport(WebSocket),
    byPoll: pollTransport((...request) => fetch(...request)),
    signOfLife,
    onWelcome: (welcome) => store.welcome(welcome),
    onTold: (told) => store.hear(told),
    onStanding: () => {
      for (const watcher of watchers) watcher();
    },
  });
  connection.open();
  addEventListener("online", () => connection.wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") connection.wake();
  });
  // A page that is kept for the way back comes to life with a dead connection.
  addEventListener("pageshow", ({ persisted }) => persisted && connection.wake());
  return {
    connection,
    store,
    watchStanding(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}
