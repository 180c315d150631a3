import { type Selectable, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Registrants } from "../../../../db/types.ts";
import { queueMails } from "../../../base/outbox/queue-mails.ts";
import { occasionOfStay } from "../../../base/outbox/stays.ts";
import type { AdmissionEvent } from "../admission-event.ts";
import { type RegistrantChange, registrationChanges } from "../changes.ts";
import { decideStatus, type Terms, termsOf } from "../gates/decide-status.ts";
import { type Door, isDoor } from "../gates/doors.ts";
import type { RegistrantStatus } from "../people/registrant-status.ts";
import { letIn, lockSeats } from "./seats.ts";

/**
 * Takes somebody who waits to the next gate of the door they came by, or lets them in; who finds neither seat nor
 * waiting list stays as they were.
 * @param registrant locked; `from` stands in for the status where somebody starts anew.
 */
export async function passOn(
  tx: Db,
  event: AdmissionEvent,
  registrant: Selectable<Registrants> & { from?: RegistrantStatus | undefined },
  passed: Partial<Pick<Terms, "needsConfirmation" | "needsApproval">>,
  { kind, actor }: { kind: RegistrantChange; actor: string },
): Promise<RegistrantStatus> {
  const { clientId, eventId, id } = registrant;
  const before = registrant.status as RegistrantStatus;
  const door: Door = isDoor(registrant.door) ? registrant.door : "rest";
  const terms = { ...termsOf(event, door), ...passed };
  const taken = await lockSeats(tx, clientId, eventId);
  const from = "from" in registrant ? registrant.from : before;
  const status = decideStatus(from, terms, terms.seats !== undefined && taken >= terms.seats);
  if (status === "full" || status === before) return before;
  if (status === "active") {
    await letIn(tx, event, registrant, { kind, actor });
    return status;
  }
  await tx
    .updateTable("registrants")
    .set({
      status,
      lastActivityAt: sql`now()`,
      ...(status === "waitlisted" && { queueNumber: sql<number>`nextval('queue_numbers')` }),
    })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
  await registrationChanges.record(tx, kind, { clientId, eventId, subjectId: id, actor });
  if (status === "pending" || status === "waitlisted")
    await queueMails(tx, [
      {
        clientId,
        eventId,
        registrantId: id,
        kind: status === "pending" ? "approval-pending" : "waitlisted",
        occasion: occasionOfStay(registrant),
      },
    ]);
  return status;
}
