import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Limits } from "../../../http/limits/limits.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import type { RegistrantWriter } from "../../admission/registration/writer/registrant-writer.ts";
import type { ClientRecord } from "../../base/accounts/client-record.ts";
import { type EventAddress, findEventAt, getEventAt } from "../../webinars/events/open-event.ts";
import { findPageEvent } from "../../webinars/events/page-queries.ts";
import { type FormEvent, getFormEvent } from "./page-event.ts";

export interface RegistrationPageDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
  readonly clients: LoadCache<number, ClientRecord>;
  readonly registrantWriter: RegistrantWriter;
  readonly limits: Limits;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  readonly mailFrom: string;
  now(): Date;
}

/** Paths of an event's pages for its audience. */
export type PageVisit = Visit<{ id: string; key: string }>;

/**
 * The event of an address, from memory, and what the visit is about. Refuses visit.unknown for a wrong key and an unknown event
 * alike, event.deleted and event.inactive.
 */
export async function openPage(
  { db, events, clients }: RegistrationPageDeps,
  visit: Visit,
  address: EventAddress,
): Promise<FormEvent> {
  const event = (await findEventAt(events.get, address, "audienceKey")) ?? (await refuseMissing(db, address));
  visit.about = event;
  const client = await clients.get(event.clientId);
  if (!client?.isActive || !event.isActive) fail("event.inactive", { eventId: event.id });
  return getFormEvent(db, event, client);
}

/** What is deleted is not in memory. */
async function refuseMissing(db: RegistrationPageDeps["db"], address: EventAddress): Promise<never> {
  await getEventAt((id) => findPageEvent(db, id), address, "audienceKey");
  return fail("visit.unknown");
}
