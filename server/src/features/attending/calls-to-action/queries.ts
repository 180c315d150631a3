import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { type FindPlaced, findPlaced, placesTable } from "../../../db/placed.ts";
import { placeOfWidget, type WidgetPlace } from "../widgets/queries.ts";
import type { CallContent } from "./purposes.ts";

export interface CallToAction {
  readonly id: number;
  readonly eventId: number;
  readonly name: string;
  readonly content: CallContent;
}

/** Those of these widgets that are calls to action of their events. */
export async function findCallsToAction(db: Db, places: readonly WidgetPlace[]): Promise<FindPlaced<CallToAction>> {
  const { rows } = await sql<CallToAction>`
    select distinct event_id, id, name, content from widgets join ${placesTable(places.map(placeOfWidget))}
      using (client_id, event_id, id)
    where kind = 'call-to-action' and deleted_at is null`.execute(db);
  return findPlaced(rows);
}

/** Keeps that a call to action is shown to everybody, or not any more. */
export async function writePush(
  db: Db,
  { clientId, eventId, widgetId }: WidgetPlace,
  { isShown, at }: { isShown: boolean; at: Date },
): Promise<void> {
  await db
    .insertInto("callToActionPushes")
    .values({ clientId, eventId, widgetId, pushedAt: at, withdrawnAt: isShown ? null : at })
    .onConflict((conflict) =>
      conflict
        .columns(["clientId", "widgetId"])
        .doUpdateSet(isShown ? { pushedAt: at, withdrawnAt: null } : { withdrawnAt: at }),
    )
    .execute();
}

/** What is shown to everybody now, first that which was shown first. */
export async function listShown(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
): Promise<{ id: number }[]> {
  return db
    .selectFrom("callToActionPushes as p")
    .innerJoin("widgets as w", (join) => join.onRef("w.clientId", "=", "p.clientId").onRef("w.id", "=", "p.widgetId"))
    .select("w.id")
    .where("p.clientId", "=", clientId)
    .where("p.eventId", "=", eventId)
    .where("p.withdrawnAt", "is", null)
    .where("w.deletedAt", "is", null)
    .orderBy("p.pushedAt")
    .orderBy("w.id")
    .execute();
}
