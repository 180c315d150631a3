import type { Db } from "../../../db/database.ts";
import { queueJob } from "../../../db/queue-job.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { isWebinar } from "../../base/lookups/event-types.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { findEvent } from "../../webinars/events/queries.ts";
import { derivativeChanges } from "./changes.ts";
import type { TextKind } from "./kinds.ts";
import { insertDerivative } from "./queries.ts";

export const GENERATE_JOB = "generate-derivative";
export const GENERATE_KEY = "derivative:";

/** Has texts made of a webinar in the background; answers their ids in the order of the kinds. */
export async function requestDerivatives(
  db: Db,
  clientId: number,
  eventId: number,
  kinds: readonly TextKind[],
  author: Author,
): Promise<number[]> {
  return inTransaction(db, async (tx) => {
    const event = await findEvent(tx, clientId, eventId);
    if (!event) fail("event.unknown", { eventId });
    if (!isWebinar(event.type)) fail("content.unsuitable", { reason: "Texts are made of webinars only." });
    const ids: number[] = [];
    for (const kind of new Set(kinds)) {
      const row = { clientId, kind, sourceEventId: eventId, title: event.title, createdBy: author.name ?? null };
      const derivativeId = await insertDerivative(tx, row);
      await queueJob(tx, GENERATE_JOB, { clientId, derivativeId }, `${GENERATE_KEY}${derivativeId}`);
      const change = { clientId, eventId, subjectId: derivativeId, actor: author.actor };
      await derivativeChanges.record(tx, "derivative.requested", change);
      ids.push(derivativeId);
    }
    return ids;
  });
}
