import type { Db } from "../../../db/database.ts";
import type { EventTotals } from "../../../db/types.ts";
import { Refusal } from "../../../errors.ts";
import type { WidgetKind } from "../../webinars/console/widgets.ts";
import { countActivity, countInEvents } from "../attendance/count-activity.ts";
import { noteOpenings } from "./note-openings.ts";
import { findWidgets, type WidgetPlace } from "./queries.ts";

export interface WidgetOpening extends WidgetPlace {
  readonly registrantId: number;
  readonly at: Date;
}

/** Widgets whose viewers and views are totals of the event. */
const totals: Partial<Record<WidgetKind, { viewers: keyof EventTotals; views: keyof EventTotals }>> = {
  "share-this": { viewers: "shareViewers", views: "shareViews" },
  twitter: { viewers: "twitterViewers", views: "twitterViews" },
};

/** Counts opened widgets, at most one of each person; refuses widget.unknown and room.notAttending. */
export async function openWidgets(tx: Db, openings: readonly WidgetOpening[]): Promise<(Refusal | undefined)[]> {
  const find = await findWidgets(tx, openings);
  const named = openings.flatMap((opening) => {
    const widget = find(opening, opening.widgetId);
    return widget ? [{ ...opening, thingId: widget.id, name: widget.name, kind: widget.kind }] : [];
  });
  const noted = await noteOpenings(tx, "widget", named);
  const counted = named.flatMap((opening) => {
    const opened = noted.get(opening.registrantId);
    return opened ? [{ ...opening, first: Number(opened.isFirst) }] : [];
  });
  await countActivity(
    tx,
    counted.map(({ clientId, registrantId, at, first }) => ({
      ...{ clientId, registrantId, at, counts: { widgetsOpened: first } },
    })),
  );
  await countInEvents(
    tx,
    counted.flatMap(({ clientId, eventId, kind, first }) => {
      const total = totals[kind];
      return total ? [{ clientId, eventId, counts: { [total.viewers]: first, [total.views]: 1 } }] : [];
    }),
  );
  return openings.map(({ eventId, widgetId, registrantId }) => {
    if (!find({ eventId }, widgetId)) return new Refusal("widget.unknown", { widgetId });
    return noted.has(registrantId) ? undefined : new Refusal("room.notAttending");
  });
}
