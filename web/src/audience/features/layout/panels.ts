import { panelKinds } from "./panel-kinds.tsx";
import type { Widget } from "./widgets-part.ts";

/** One part of the console that can be moved, opened and closed; the stage is another. */
export interface Panel {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly area: Widget["area"];
  /** By its producer. */
  readonly isOpen: boolean;
  readonly widget: Widget;
}

/** Polls are asked also where no widget has a place for them. */
export const POLLS = "poll";

interface Asked {
  /** Whether any were asked. */
  readonly hasPolls: boolean;
  readonly hasSurvey: boolean;
}

export function panelsOf(widgets: readonly Widget[], { hasPolls, hasSurvey }: Asked): readonly Panel[] {
  const shown = widgets.filter((widget) => {
    if (widget.kind === "survey" && !hasSurvey) return false;
    const kind = panelKinds[widget.kind];
    return kind !== undefined && (kind.isFilled?.(widget) ?? true);
  });
  const panels = shown.map((widget) => ({ ...widget, key: keyOf(widget), widget }));
  if (!hasPolls || panels.some(({ kind }) => kind === POLLS)) return panels;
  const widget: Widget = {
    ...{ id: 0, kind: POLLS, name: "", area: "side", isOpen: false, content: {}, resources: [], speakers: [] },
  };
  return [...panels, { ...widget, key: POLLS, widget }];
}

/** There is one of most kinds: its place is remembered also where the event was copied. */
function keyOf({ kind, id }: Widget): string {
  return kind === "qa" || kind === POLLS || kind === "group-chat" ? kind : `${kind}-${id}`;
}
