import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { tell } from "../room/room-log.ts";
import { contentFor } from "../widgets/present.ts";
import type { WidgetPlace } from "../widgets/queries.ts";
import { callToActionChanges } from "./changes.ts";
import { findCallsToAction, writePush } from "./queries.ts";

interface Showing extends WidgetPlace {
  readonly actor: string;
  readonly isShown: boolean;
  /** Only the team hears of it, and nothing is kept. */
  readonly isPractice: boolean;
  readonly at: Date;
}

/** Shows a call to action to everybody in the room, or takes it away again; refuses callToAction.unknown. */
export async function showCallToAction(db: Db, { isPractice, ...showing }: Showing): Promise<void> {
  const { clientId, eventId, widgetId, isShown, actor } = showing;
  await inTransaction(db, async (tx) => {
    const call = (await findCallsToAction(tx, [showing]))(showing, widgetId);
    if (!call) return fail("callToAction.unknown", { callToActionId: widgetId });
    if (!isPractice) {
      await writePush(tx, showing, showing);
      const kind = isShown ? "call-to-action.pushed" : "call-to-action.withdrawn";
      await callToActionChanges.record(tx, kind, { clientId, eventId, actor, subjectId: widgetId });
    }
    const content = contentFor(call.content);
    await tell(tx, [
      {
        room: { clientId, eventId },
        to: isPractice ? "team" : "everybody",
        kind: "calls-to-action.shown",
        body: { callToActionId: widgetId, isShown, name: call.name, content },
      },
    ]);
  });
}
