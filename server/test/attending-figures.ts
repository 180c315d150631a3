import type { TestApp } from "./harness.ts";

/** What is counted of somebody who attends. */
export function attendeeOf(app: TestApp, registrantId: number) {
  return app.database.db
    .selectFrom("attendees")
    .selectAll()
    .where("registrantId", "=", registrantId)
    .executeTakeFirstOrThrow();
}

/** What is counted of an event. */
export function totalsOf(app: TestApp, eventId: number) {
  return app.database.db.selectFrom("eventTotals").selectAll().where("eventId", "=", eventId).executeTakeFirstOrThrow();
}

/** What somebody has opened, in the order of the things' ids. */
export function openingsOf(app: TestApp, registrantId: number) {
  return app.database.db
    .selectFrom("openings")
    .selectAll()
    .where("registrantId", "=", registrantId)
    .orderBy("thingId")
    .execute();
}
