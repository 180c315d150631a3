import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { sanitiseHtml } from "../../../lib/safe-html.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { lockDerivative } from "../hubs/content-writes.ts";
import { updateEventTexts } from "../hubs/queries.ts";
import { derivativeChanges } from "./changes.ts";
import { markDeleted, removeContent, updateDerivative } from "./queries.ts";

/** What people change of a derivative. */
export interface DerivativeChange {
  title?: string;
  /** HTML. */
  text?: string;
  tags?: string[];
  funnelStages?: string[];
}

/** Changes what is given; hubs show it at once. Tags in hubs are the hubs' own and stay. */
export async function editDerivative(
  db: Db,
  clientId: number,
  id: number,
  { text, tags, funnelStages, title }: DerivativeChange,
  author: Author,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const derivative = await lockDerivative(tx, clientId, id);
    if (!derivative) fail("derivative.unknown", { mediaId: id });
    if (derivative.state !== "ready") fail("derivative.notReady", { mediaId: id });
    const shared = {
      ...(title !== undefined && { title }),
      ...(funnelStages && { funnelStages: [...new Set(funnelStages)] }),
    };
    const own = { ...(text !== undefined && { text: sanitiseHtml(text) }), ...(tags && { tags: [...new Set(tags)] }) };
    await updateDerivative(tx, clientId, id, { ...shared, ...own });
    if (derivative.contentId !== null) await updateEventTexts(tx, clientId, derivative.contentId, shared);
    await record(tx, clientId, derivative, "derivative.updated", author);
  });
}

/** Deletes a derivative and the content it became; figures of visits stay. */
export async function deleteDerivative(db: Db, clientId: number, id: number, author: Author): Promise<void> {
  await inTransaction(db, async (tx) => {
    const derivative = await lockDerivative(tx, clientId, id);
    if (!derivative) fail("derivative.unknown", { mediaId: id });
    await markDeleted(tx, clientId, id);
    if (derivative.contentId !== null) await removeContent(tx, clientId, derivative.contentId);
    await record(tx, clientId, derivative, "derivative.deleted", author);
  });
}

async function record(
  tx: Db,
  clientId: number,
  { id, sourceEventId }: { id: number; sourceEventId: number },
  kind: "derivative.updated" | "derivative.deleted",
  { actor }: Author,
): Promise<void> {
  await derivativeChanges.record(tx, kind, { clientId, eventId: sourceEventId, subjectId: id, actor });
}
