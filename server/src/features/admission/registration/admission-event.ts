import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Events } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { createLoadCache, type LoadCache } from "../../../lib/load-cache.ts";
import { isEventEmailActivated } from "../../webinars/event-emails/queries.ts";
import { findEventById } from "../../webinars/events/queries.ts";
import type { RegistrationField } from "./form/registration-field.ts";
import { listRegistrationFields } from "./form/registration-fields.ts";
import type { EventGate } from "./gates/event-gate.ts";
import { listGates } from "./gates/gate-queries.ts";

/** An event with what decides who is let in. */
export interface AdmissionEvent extends Selectable<Events> {
  readonly registrationFields: readonly RegistrationField[];
  readonly gates: readonly EventGate[];
  /** Whether a registration is confirmed by mail. */
  readonly isConfirmedByMail: boolean;
}

/** By its id alone: whoever asks checks the client. */
export async function findAdmissionEvent(db: Db, eventId: number): Promise<AdmissionEvent | undefined> {
  const event = await findEventById(db, eventId);
  if (!event) return undefined;
  const key = { clientId: event.clientId, eventId };
  const gates = await listGates(db, key);
  const isConfirmedByMail = await isEventEmailActivated(db, key, "confirmation");
  const registrationFields = await listRegistrationFields(db, key);
  return { ...event, registrationFields, gates, isConfirmedByMail };
}

/** Events in memory, dropped by NOTIFY when any process changes them or what admission knows of them. */
export function createEventCache(db: Db): LoadCache<number, AdmissionEvent> {
  return createLoadCache((id) => findAdmissionEvent(db, id));
}

/** As this transaction sees the event, past any cache. */
export async function getAdmissionEvent(tx: Db, eventId: number): Promise<AdmissionEvent> {
  return (await findAdmissionEvent(tx, eventId)) ?? fail("event.unknown", { eventId });
}
