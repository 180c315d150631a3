import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Registrants } from "../../../db/types.ts";
import type { AdmissionEvent } from "./admission-event.ts";
import { registrationChanges } from "./changes.ts";
import { updateRegistrantRow } from "./people/person-queries.ts";
import { addToTotals } from "./people/queries.ts";
import { fillSeats } from "./waiting/seats.ts";

/** Takes a locked registrant out of the event, in this transaction; the seat goes to who has waited longest. */
export async function takeOut(
  tx: Db,
  event: AdmissionEvent,
  registrant: Selectable<Registrants>,
  actor: string,
): Promise<void> {
  const { clientId, eventId, id, status } = registrant;
  if (status === "deleted" || status === "forgotten") return;
  await updateRegistrantRow(tx, { clientId, eventId, registrantId: id }, { status: "deleted", queueNumber: null });
  await registrationChanges.record(tx, "registrant.deleted", { clientId, eventId, subjectId: id, actor });
  if (status !== "active") return;
  await addToTotals(tx, registrant, -1);
  await fillSeats(tx, event, actor);
}
