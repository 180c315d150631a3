import type { Network } from "@lectern/wire/widgets";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { countActivity } from "../attendance/count-activity.ts";
import { findWidgets, type WidgetPlace } from "./queries.ts";

/** Somebody tells others of the event. */
export interface Share extends WidgetPlace {
  readonly registrantId: number;
  readonly network: Network;
  readonly text?: string | undefined;
  readonly at: Date;
}

/** Keeps what was shared; refuses widget.unknown, widget.sharesNothing and room.notAttending. */
export async function shareEvents(tx: Db, shares: readonly Share[]): Promise<(Refusal | undefined)[]> {
  const find = await findWidgets(tx, shares);
  const sharing = shares.filter((share) => isForSharing(find(share, share.widgetId)?.kind));
  const attending = await countActivity(tx, sharing);
  await insertShares(
    tx,
    sharing.filter(({ registrantId }) => attending.has(registrantId)),
  );
  return shares.map(({ eventId, widgetId, registrantId }) => {
    const widget = find({ eventId }, widgetId);
    if (!widget) return new Refusal("widget.unknown", { widgetId });
    if (!isForSharing(widget.kind)) return new Refusal("widget.sharesNothing", { widgetId });
    return attending.has(registrantId) ? undefined : new Refusal("room.notAttending");
  });
}

function isForSharing(kind: string | undefined): boolean {
  return kind === "share-this" || kind === "twitter";
}

async function insertShares(tx: Db, shares: readonly Share[]): Promise<void> {
  const input = shares.map(({ clientId, eventId, registrantId, widgetId, network, text, at }) => ({
    ...{ client_id: clientId, event_id: eventId, registrant_id: registrantId, widget_id: widgetId },
    ...{ network, text, at },
  }));
  await sql`
    insert into shares (client_id, event_id, registrant_id, widget_id, network, text, shared_at)
    select client_id, event_id, registrant_id, widget_id, network, text, at
    from json_to_recordset(${JSON.stringify(input)}::json) as x (client_id bigint, event_id bigint,
      registrant_id bigint, widget_id bigint, network text, text text, at timestamptz(3))`.execute(tx);
}
