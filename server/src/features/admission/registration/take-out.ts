import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Registrants } from "../../../db/types.ts";
import { isLive } from "../../base/lookups/event-types.ts";
import { queueMails } from "../../base/outbox/queue-mails.ts";
import { hasInvite } from "../../base/outbox/stays.ts";
import type { AdmissionEvent } from "./admission-event.ts";
import { registrationChanges } from "./changes.ts";
import { updateRegistrantRow } from "./people/person-queries.ts";
import { addToTotals } from "./people/queries.ts";
import { rankSharers } from "./people/shared-mailboxes.ts";
import { fillSeats } from "./waiting/seats.ts";

/**
 * Takes a locked registrant out of the event, in this transaction, and the event out of the registrant's calendar if an
 * invite brought it there; the seat goes to who has waited longest.
 */
export async function takeOut(
  tx: Db,
  event: AdmissionEvent,
  registrant: Selectable<Registrants>,
  actor: string,
): Promise<void> {
  const { clientId, eventId, id, status } = registrant;
  if (status === "deleted" || status === "forgotten") return;
  const cancellations = registrant.cancellations + 1;
  const key = { clientId, eventId, registrantId: id };
  await updateRegistrantRow(tx, key, { status: "deleted", queueNumber: null, cancellations });
  await rankSharers(tx, [registrant]);
  await registrationChanges.record(tx, "registrant.deleted", { clientId, eventId, subjectId: id, actor });
  if (status !== "active") return;
  if (isLive(event.type) && (await hasInvite(tx, registrant)))
    await queueMails(tx, [{ ...key, kind: "registration-cancelled", occasion: String(cancellations) }]);
  await addToTotals(tx, registrant, -1);
  await fillSeats(tx, event, actor);
}
