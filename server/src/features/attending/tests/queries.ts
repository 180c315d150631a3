import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { type FindPlaced, findPlaced, placesTable } from "../../../db/placed.ts";
import type { ContentOf } from "../../webinars/console/widgets.ts";
import { placeOfWidget, type WidgetPlace } from "../widgets/queries.ts";
import type { Grade } from "./grade.ts";

export interface FoundTest {
  readonly id: number;
  readonly eventId: number;
  readonly content: ContentOf<"test">;
  /** Changes with whatever is changed in it. */
  readonly version: number;
}

const version = sql`round(extract(epoch from modified_at) * 1000)::bigint`;
/** A widget that was only just added has no questions yet. */
const isFilledIn = sql`kind = 'test' and deleted_at is null and content ? 'questions'`;

/** Those of these widgets that are tests of their events. */
export async function findTests(db: Db, places: readonly WidgetPlace[]): Promise<FindPlaced<FoundTest>> {
  const { rows } = await sql<FoundTest>`
    select distinct event_id, id, content, ${version} as version
    from widgets join ${placesTable(places.map(placeOfWidget))} using (client_id, event_id, id) where ${isFilledIn}`.execute(
    db,
  );
  return findPlaced(rows);
}

/** An event's tests in the order of its console. */
export async function listTests(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
): Promise<FoundTest[]> {
  const { rows } = await sql<FoundTest>`
    select event_id, id, content, ${version} as version from widgets
    where client_id = ${clientId} and event_id = ${eventId} and ${isFilledIn} order by position, id`.execute(db);
  return rows;
}

/** How often somebody has taken a test, and what became of the last time. */
export interface Standing {
  readonly registrantId: number;
  readonly testId: number;
  readonly attempts: number;
  readonly correct: number;
  readonly needed: number;
  readonly isPassed: boolean;
}

export async function listStandings(
  db: Db,
  clientId: number,
  registrantIds: readonly number[],
): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select distinct on (registrant_id, widget_id) registrant_id, widget_id as test_id, attempt as attempts, correct, needed,
      is_passed
    from test_attempts where client_id = ${clientId} and registrant_id = any (${registrantIds}::bigint[])
    order by registrant_id, widget_id, attempt desc`.execute(db);
  return rows;
}

export interface NewAttempt extends Grade {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly testId: number;
  readonly attempt: number;
  readonly at: Date;
}

export async function insertAttempts(db: Db, attempts: readonly NewAttempt[]): Promise<void> {
  if (attempts.length === 0) return;
  const rows = attempts.map(({ testId, at, answers, ...attempt }) => ({
    ...attempt,
    ...{ widgetId: testId, submittedAt: at, answers: JSON.stringify(answers) },
  }));
  await db.insertInto("testAttempts").values(rows).execute();
}
