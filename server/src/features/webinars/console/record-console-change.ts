import type { Db } from "../../../db/database.ts";
import { recordChange } from "../../base/changes/queries.ts";
import { touchEvent } from "./queries.ts";

/** Where a change of the console happens, and by whom. */
export interface ConsolePlace {
  readonly clientId: number;
  readonly eventId: number;
  /** As in changes.actor. */
  readonly actor: string;
}

type ConsoleChange =
  | "widget.created"
  | "widget.changed"
  | "widget.deleted"
  | "resource.created"
  | "resource.deleted"
  | "speaker.created"
  | "speaker.deleted"
  | "survey.changed";

/** Records a change of the console, which is a change of the event too; in the transaction that makes it. */
export async function recordConsoleChange(
  db: Db,
  { clientId, eventId, actor }: ConsolePlace,
  kind: ConsoleChange,
  subjectId?: number,
): Promise<void> {
  await touchEvent(db, clientId, eventId);
  await recordChange(db, { clientId, eventId, actor, kind, ...(subjectId !== undefined && { subjectId }) });
}
