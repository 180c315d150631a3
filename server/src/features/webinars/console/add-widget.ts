import type { Db } from "../../../db/database.ts";
import { inTransaction, lock } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { isWebinar } from "../../base/lookups/event-types.ts";
import { findEvent } from "../events/queries.ts";
import { insertWidgets, listWidgets, orderWidgets } from "./queries.ts";
import { type ConsolePlace, recordConsoleChange } from "./record-console-change.ts";
import { type Area, findContentFaults, freeName, type WidgetKind, widgetKinds } from "./widgets.ts";

export interface NewWidget {
  readonly kind: WidgetKind;
  /** The kind's default name unless given. */
  readonly name?: string;
  /** Place among the event's widgets, from 1; the last unless given. */
  readonly position?: number;
  readonly area?: Area;
  readonly isOpen?: boolean;
  /** Checked by the kind's schema. */
  readonly content?: object;
}

/** Adds a widget to an event's console; answers its id. */
export async function addWidget(db: Db, place: ConsolePlace, widget: NewWidget): Promise<number> {
  const { clientId, eventId } = place;
  const { kind, content = {}, position } = widget;
  const { name: kindName, isRepeatable, ...defaults } = widgetKinds[kind];
  const faults = findContentFaults(kind, content);
  if (faults !== undefined) fail("body.invalid", { faults });
  return inTransaction(db, async (tx) => {
    await lockConsole(tx, place);
    const present = await listWidgets(tx, clientId, eventId);
    if (!isRepeatable && present.some((one) => one.kind === kind)) fail("widget.exists", { eventId, name: kindName });
    const { area = defaults.area, isOpen = defaults.isOpen } = widget;
    const name =
      widget.name ??
      freeName(
        kind,
        present.map((one) => one.name),
      );
    const row = { clientId, eventId, kind, name, area, isOpen, content: JSON.stringify(content) };
    const [id = 0] = await insertWidgets(tx, [{ ...row, position: present.length + 1 }]);
    await orderWidgets(tx, clientId, insertAt(idsOf(present), id, position));
    await recordConsoleChange(tx, place, "widget.created", id);
    return id;
  });
}

/** Makes changes of an event's list of widgets one after the other; refuses an event without one. */
export async function lockConsole(tx: Parameters<typeof lock>[0], { clientId, eventId }: ConsolePlace): Promise<void> {
  const event = (await findEvent(tx, clientId, eventId)) ?? fail("event.unknown", { eventId });
  if (!isWebinar(event.type)) fail("widget.noConsole", { eventId });
  await lock(tx, `console ${clientId} ${eventId}`);
}

export function idsOf(widgets: readonly { id: number }[]): number[] {
  return widgets.map(({ id }) => id);
}

/** @param position from 1; beyond the end, or not given, is the end. */
export function insertAt(ids: readonly number[], id: number, position = ids.length + 1): number[] {
  const others = ids.filter((one) => one !== id);
  return [...others.slice(0, position - 1), id, ...others.slice(position - 1)];
}
