import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import type { Addresses } from "../../webinars/event-emails/addresses.ts";
import {
  findCalendarReminder,
  findMailedEvent,
  findRecipient,
  type MailedEvent,
} from "../../webinars/event-emails/queries.ts";
import { inviteOf } from "./invite.ts";

export interface FetchedInvite {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
}

/**
 * The entry in the calendar as somebody fetches it from a page: the same as in their mails, so that no calendar has it
 * twice.
 *
 * @param addressesIn where its links lead; a browser that has only told an address must not get a person's own links.
 */
export async function findInvite(
  db: Db,
  { clientId, eventId, registrantId }: FetchedInvite,
  { mailFrom, now }: { mailFrom: string; now: Date },
  addressesIn: (event: MailedEvent) => Addresses,
): Promise<string> {
  const event = (await findMailedEvent(db, clientId, eventId)) ?? fail("event.unknown", { eventId });
  const registrant =
    (await findRecipient(db, clientId, eventId, registrantId)) ?? fail("registrant.unknownId", { registrantId });
  const reminder = await findCalendarReminder(db, clientId, eventId);
  const organizer = { name: event.clientName, email: event.senderAddress ?? mailFrom };
  return inviteOf({ event, registrant, addresses: addressesIn(event), reminder, method: "PUBLISH", organizer, now });
}
