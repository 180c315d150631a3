import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";

// A stay begins when somebody registers, and ends when they cancel or are taken out. Whoever comes back begins another one,
// with mails of its own.

interface Registrant {
  readonly clientId: number;
  readonly id: number;
  /** How many stays have ended. */
  readonly cancellations: number;
}

/** The occasion of a mail that comes once a stay. */
export function occasionOfStay({ cancellations }: Pick<Registrant, "cancellations">): string {
  return cancellations === 0 ? "" : String(cancellations);
}

/**
 * A mail that has left, or is about to. One that is due will tell how things are when it is written, and one that came back
 * reached no calendar.
 */
export const hasLeft = sql<boolean>`state in ('claimed', 'handed-over', 'sent', 'unacknowledged')`;

/** Whether the confirmation of a registrant's stay has left, with its entry for the calendar. */
export async function hasInvite(db: Db, registrant: Registrant): Promise<boolean> {
  const { rows } = await sql`
    select from mails where client_id = ${registrant.clientId} and registrant_id = ${registrant.id}
      and kind = 'confirmation' and occasion = ${occasionOfStay(registrant)} and ${hasLeft}`.execute(db);
  return rows.length > 0;
}
