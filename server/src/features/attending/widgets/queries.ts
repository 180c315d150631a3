import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { type FindPlaced, findPlaced, type Placed, placesTable } from "../../../db/placed.ts";
import type { WidgetKind } from "../../webinars/console/widgets.ts";

/** A widget in an event. */
export interface WidgetPlace {
  readonly clientId: number;
  readonly eventId: number;
  readonly widgetId: number;
}

export interface FoundWidget {
  readonly id: number;
  readonly eventId: number;
  readonly kind: WidgetKind;
  readonly name: string;
}

/** Those of these widgets that their events have. */
export async function findWidgets(db: Db, places: readonly WidgetPlace[]): Promise<FindPlaced<FoundWidget>> {
  const { rows } = await sql<FoundWidget>`
    select distinct event_id, id, kind, name from widgets join ${placesTable(places.map(placeOfWidget))}
      using (client_id, event_id, id)
    where deleted_at is null`.execute(db);
  return findPlaced(rows);
}

export function placeOfWidget({ clientId, eventId, widgetId: id }: WidgetPlace): Placed {
  return { clientId, eventId, id };
}
