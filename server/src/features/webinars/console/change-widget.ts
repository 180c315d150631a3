import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { idsOf, insertAt, lockConsole, type NewWidget } from "./add-widget.ts";
import { listWidgets, lockWidget, orderWidgets, updateWidget } from "./queries.ts";
import { type ConsolePlace, recordConsoleChange } from "./record-console-change.ts";
import { findContentFaults, type WidgetKind } from "./widgets.ts";

/** Changes what is given; content is replaced whole. */
export async function changeWidget(
  db: Db,
  place: ConsolePlace,
  id: number,
  { position, ...changes }: Omit<NewWidget, "kind">,
): Promise<void> {
  const { clientId, eventId } = place;
  await inTransaction(db, async (tx) => {
    await lockConsole(tx, place);
    const widget = (await lockWidget(tx, clientId, eventId, id)) ?? fail("widget.unknown", { widgetId: id });
    const faults = changes.content && findContentFaults(widget.kind as WidgetKind, changes.content);
    if (faults !== undefined) fail("body.invalid", { faults });
    await updateWidget(tx, clientId, id, changes);
    if (position !== undefined) {
      const ids = idsOf(await listWidgets(tx, clientId, eventId));
      await orderWidgets(tx, clientId, insertAt(ids, id, position));
    }
    await recordConsoleChange(tx, place, "widget.updated", id);
  });
}
