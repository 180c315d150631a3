import type { Part } from "../../../lib/room/room-store.ts";

/** Which resources one has opened. */
export const openedPart: Part<readonly number[]> = {
  name: "resources",
  begin: ({ mine }) => (mine.resources as { opened?: readonly number[] } | undefined)?.opened ?? [],
  on: {},
};
