import type { Answer, SaidBody, SaidKind } from "@lectern/wire/messages";
import { createContext, type ReactNode, use, useCallback, useSyncExternalStore } from "react";
import type { RoomConnection, Standing } from "./connection.ts";
import type { Part, RoomStore } from "./room-store.ts";

/** A room as the page's components see it. */
export interface Room {
  readonly connection: RoomConnection;
  readonly store: RoomStore;
  watchStanding(watcher: () => void): () => void;
}

const RoomContext = createContext<Room | undefined>(undefined);

export function RoomProvider({ room, children }: { readonly room: Room; readonly children: ReactNode }) {
  return <RoomContext value={room}>{children}</RoomContext>;
}

export function useRoom(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error("There is no room around this component");
  return room;
}

/** A part of the room as it stands; only below what waits for the first snapshot. */
export function usePart<State>(part: Part<State>): State {
  const state = useFoundPart(part);
  if (state === undefined) throw new Error(`Nothing is known of "${part.name}" yet`);
  return state;
}

export function useFoundPart<State>(part: Part<State>): State | undefined {
  const { store } = useRoom();
  const watch = useCallback((watcher: () => void) => store.watch(part, watcher), [store, part]);
  return useSyncExternalStore(watch, () => store.get(part));
}

export function useStanding(): Standing {
  const { connection, watchStanding } = useRoom();
  return useSyncExternalStore(watchStanding, () => connection.standing);
}

/** Says something in the room; rejects with Unanswered. */
export function useSaying(): <Kind extends SaidKind>(kind: Kind, body: SaidBody<Kind>) => Promise<Answer> {
  const { connection } = useRoom();
  return useCallback((kind, body) => connection.say(kind, body), [connection]);
}

/** Said beside what somebody does: whether it was counted is not theirs to wait for. */
export function useMention(): <Kind extends SaidKind>(kind: Kind, body: SaidBody<Kind>) => void {
  const { connection } = useRoom();
  return useCallback((kind, body) => void connection.say(kind, body).catch(() => {}), [connection]);
}
