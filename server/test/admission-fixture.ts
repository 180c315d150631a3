import { type AdmittedPerson, admitPerson } from "../src/features/admission/registration/admit-person.ts";
import type { Arrival, Door } from "../src/features/admission/registration/gates/doors.ts";
import { createRegistrantWriter } from "../src/features/admission/registration/writer/registrant-writer.ts";
import type { TestApp } from "./harness.ts";
import { operated } from "./operator-api.ts";

/** What a door's skin does, for each door alike. */
export function createDoors(app: TestApp) {
  const deps = { db: app.database.db, writer: createRegistrantWriter(app.database.pool) };
  return {
    /** As another process would, with a writer of its own. */
    async enter(door: Door, eventId: number, email: string, arrival: Arrival = {}): Promise<AdmittedPerson> {
      const event = await app.app.caches.events.get(eventId);
      if (!event) throw new Error(`no event ${eventId}`);
      const given = { email, firstName: "Ada", lastName: "Lovelace", company: "Engines" };
      const rules = { isRequiredHonored: true, areOptionsHonored: true, onInvalid: "refuse" as const };
      return admitPerson(deps, { door, arrival, event, given, rules, actor: `test:${door}` });
    },
    drain: () => deps.writer.drain(),
  };
}

/** Puts a gate before an event by our API. */
export async function putGate(
  app: TestApp,
  event: { clientId: number; id: number },
  gate: string,
  settings: object = {},
): Promise<void> {
  await operated(app, `PUT /clients/${event.clientId}/events/${event.id}/gates/${gate}`, settings);
}

export interface Count {
  status: string;
  people: number;
}

/** How many people of an event stand where, what the totals say, and the mails that are owed. */
export async function standing(app: TestApp, eventId: number) {
  const { rows } = await app.database.pool.query<Count>(
    "select status, count(*) as people from registrants where event_id = $1 group by 1",
    [eventId],
  );
  const totals = await app.database.pool.query(
    `select coalesce((select registrants from event_totals where event_id = $1), 0) as counted,
       coalesce((select sum(registrants)::bigint from event_partner_totals where event_id = $1), 0) as partners`,
    [eventId],
  );
  const mails = await app.database.pool.query(
    "select kind, count(*) as mails from mails where event_id = $1 group by 1",
    [eventId],
  );
  return {
    ...Object.fromEntries(rows.map(({ status, people }) => [status, people])),
    ...(totals.rows[0] as { counted: number; partners: number }),
    mails: Object.fromEntries(mails.rows.map(({ kind, mails: count }) => [kind, count])),
  };
}
