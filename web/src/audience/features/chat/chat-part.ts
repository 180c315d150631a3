import type { OwnLine, PublicLine } from "@lectern/wire/chat";
import type { ToldBody } from "@lectern/wire/messages";
import type { Static } from "typebox";
import { type Part, put } from "../../../lib/room/room-store.ts";

export type Line = Static<typeof PublicLine>;
export type Own = Static<typeof OwnLine>;

export interface ChatState {
  readonly settings: ToldBody<"chat.settings">;
  readonly pinned: Line | null;
  readonly lines: readonly Line[];
  readonly own: readonly Own[];
}

/** A page that is open for hours keeps no more than anybody scrolls back. */
const MOST_LINES = 500;

const idOf = ({ lineId }: { lineId: number }) => lineId;

export const chatPart: Part<ChatState> = {
  name: "chat",
  begin({ state, mine }) {
    const { settings, pinned, lines } = state.chat as Omit<ChatState, "own">;
    const { lines: own = [] } = (mine.chat ?? {}) as { lines?: readonly Own[] };
    return { settings, pinned, lines: inOrder(lines), own };
  },
  on: {
    "chat.settings": (state, { mode, slowModeSeconds }) => ({ ...state, settings: { mode, slowModeSeconds } }),
    "chat.line": (state, { line }) => ({ ...state, lines: inOrder(put(state.lines, line, idOf)).slice(-MOST_LINES) }),
    "chat.gone": (state, { lineId }) => ({ ...state, lines: state.lines.filter((one) => one.lineId !== lineId) }),
    "chat.own": (state, { line }) => ({ ...state, own: put(state.own, line, idOf).slice(-MOST_LINES) }),
    "chat.pinned": (state, { line }) => ({ ...state, pinned: line }),
  },
};

function inOrder(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((one, other) => one.at - other.at || one.lineId - other.lineId);
}

/** A line as its reader sees it. */
export interface SeenLine extends Line {
  readonly isOwn: boolean;
  readonly standing: "shown" | "waiting" | "deleted";
}

/** What all see, and of oneself also what waits for the team or was taken away. */
export function seenLines({ lines, own }: ChatState): readonly SeenLine[] {
  const ownIds = new Set(own.map(idOf));
  const shown = lines.map((line) => ({ ...line, isOwn: ownIds.has(line.lineId), standing: "shown" as const }));
  const shownIds = new Set(lines.map(idOf));
  const hidden = own
    .filter((line) => !shownIds.has(line.lineId) && (line.isDeleted || !line.isShown))
    .map((line) => ({ ...line, isTeam: false, isOwn: true, standing: standingOf(line) }));
  return [...shown, ...hidden].sort((one, other) => one.at - other.at || one.lineId - other.lineId);
}

function standingOf({ isDeleted }: Own): "waiting" | "deleted" {
  return isDeleted ? "deleted" : "waiting";
}
