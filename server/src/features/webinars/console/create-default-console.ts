import type { Db } from "../../../db/database.ts";
import { insertWidgets } from "./queries.ts";
import { freeName, kindNames, widgetKinds } from "./widgets.ts";

/** Gives a new event the widgets that every event starts with, in one statement. */
export async function createDefaultConsole(
  db: Db,
  { clientId, id: eventId }: { clientId: number; id: number },
): Promise<void> {
  const kinds = kindNames.filter((kind) => widgetKinds[kind].isDefault);
  const widgets = kinds.map((kind, index) => {
    const { area, isOpen } = widgetKinds[kind];
    return { clientId, eventId, kind, name: freeName(kind, []), position: index + 1, area, isOpen };
  });
  await insertWidgets(db, widgets);
}
