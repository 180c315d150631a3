import { useState } from "react";
import type { Layout, LayoutItem } from "react-grid-layout";
import { kept } from "../../../lib/kept.ts";
import type { Panel } from "./panels.ts";
import { placeFor, producerLayout, STAGE } from "./producer-layout.ts";

interface Kept {
  /** Keys of what is open. */
  readonly open: readonly string[];
  /** Absent while nothing was moved. */
  readonly layout?: readonly LayoutItem[] | undefined;
}

export interface Arrangement {
  readonly open: readonly string[];
  readonly layout: readonly LayoutItem[];
  /** Whether it differs from the producer's. */
  readonly isOwn: boolean;
  toggle(key: string, isOpen?: boolean): void;
  /** After something was moved or sized. */
  arrange(layout: Layout): void;
  reset(): void;
}

/** Which panels are open and where they lie: as the producer wants it, until this viewer changes it for themselves. */
export function useArrangement(eventId: number, panels: readonly Panel[]): Arrangement {
  const name = `arrangement:${eventId}`;
  const [own, setOwn] = useState(() => kept.read<Kept>(name));
  const isThere = (key: string) => panels.some((panel) => panel.key === key);
  const open = own ? own.open.filter(isThere) : panels.filter(({ isOpen }) => isOpen).map(({ key }) => key);
  const layout = own?.layout
    ? completed(open, own.layout)
    : producerLayout(open.flatMap((key) => panelOf(panels, key)));
  const change = (next: Kept | undefined) => {
    setOwn(next);
    kept.write(name, next);
  };
  return {
    ...{ open, layout, isOwn: own !== undefined },
    toggle(key, isOpen = !open.includes(key)) {
      if (isOpen === open.includes(key)) return;
      change({ ...own, open: isOpen ? [...open, key] : open.filter((one) => one !== key) });
    },
    arrange: (next) => change({ open, layout: next }),
    reset: () => change(undefined),
  };
}

function panelOf(panels: readonly Panel[], key: string): readonly Panel[] {
  return panels.filter((panel) => panel.key === key);
}

/** With a place for what has none yet, and none for what is closed. */
function completed(open: readonly string[], layout: readonly LayoutItem[]): readonly LayoutItem[] {
  const places = layout.filter(({ i }) => i === STAGE || open.includes(i));
  for (const key of open) if (!places.some(({ i }) => i === key)) places.push(placeFor(key, places));
  return places;
}
