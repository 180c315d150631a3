import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { WidgetKind } from "../../webinars/console/widgets.ts";

/** A widget in an event. */
export interface WidgetPlace {
  readonly clientId: number;
  readonly eventId: number;
  readonly widgetId: number;
}

export interface FoundWidget {
  readonly id: number;
  readonly kind: WidgetKind;
  readonly name: string;
}

/** Those of these widgets that their events have, by id. */
export async function findWidgets(db: Db, places: readonly WidgetPlace[]): Promise<ReadonlyMap<number, FoundWidget>> {
  const { rows } = await sql<FoundWidget>`
    select distinct id, kind, name from widgets join ${placesTable(places)} using (client_id, event_id, id)
    where deleted_at is null`.execute(db);
  return new Map(rows.map((widget) => [widget.id, widget]));
}

/** Widgets as a table `p` of client_id, event_id and id. */
export function placesTable(places: readonly WidgetPlace[]) {
  return sql`unnest(${places.map(({ clientId }) => clientId)}::bigint[], ${places.map(({ eventId }) => eventId)}::bigint[],
    ${places.map(({ widgetId }) => widgetId)}::bigint[]) as p (client_id, event_id, id)`;
}
