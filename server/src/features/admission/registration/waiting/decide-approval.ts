import type { Db } from "../../../../db/database.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import { fail } from "../../../../errors.ts";
import { queueMails } from "../../../base/outbox/queue-mails.ts";
import { occasionOfStay } from "../../../base/outbox/stays.ts";
import { registrationChanges } from "../changes.ts";
import { lockPerson, type RegistrantKey, updateRegistrantRow } from "../people/person-queries.ts";
import type { RegistrantStatus } from "../people/registrant-status.ts";
import type { Moment } from "./confirm-address.ts";
import { passOn } from "./pass-on.ts";

/**
 * Accepts or denies somebody who waits for approval, or changes a denial; answers where the person stands now. Who is
 * let in already, or does not wait for approval, is a conflict (approval.notPending).
 */
export async function decideApproval(
  db: Db,
  key: RegistrantKey,
  decision: "accept" | "deny",
  { actor, now }: Moment,
): Promise<RegistrantStatus> {
  return inTransaction(db, async (tx) => {
    const { event, registrant } = await lockPerson(tx, key);
    const isDecided = registrant.status === "denied" && decision === "deny";
    if (isDecided) return "denied";
    if (registrant.status !== "pending" && registrant.status !== "denied")
      fail("approval.notPending", { registrantId: key.registrantId });
    await updateRegistrantRow(tx, key, { decidedBy: actor, decidedAt: now });
    if (decision === "accept") {
      const status = await passOn(
        tx,
        event,
        registrant,
        { needsApproval: false },
        { kind: "registrant.accepted", actor },
      );
      if (status === "pending" || status === "denied") fail("admission.full", { eventId: key.eventId });
      return status;
    }
    await updateRegistrantRow(tx, key, { status: "denied" });
    const { clientId, eventId, registrantId } = key;
    await registrationChanges.record(tx, "registrant.denied", { clientId, eventId, subjectId: registrantId, actor });
    await queueMails(tx, [{ clientId, eventId, registrantId, kind: "denied", occasion: occasionOfStay(registrant) }]);
    return "denied";
  });
}
