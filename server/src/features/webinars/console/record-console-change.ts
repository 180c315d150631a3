import type { Db } from "../../../db/database.ts";
import { consoleChanges } from "./changes.ts";
import { touchEvent } from "./queries.ts";

/** Where a change of the console happens, and by whom. */
export interface ConsolePlace {
  readonly clientId: number;
  readonly eventId: number;
  /** As in changes.actor. */
  readonly actor: string;
}

/** Records a change of the console, which is a change of the event too; in the transaction that makes it. */
export async function recordConsoleChange(
  db: Db,
  { clientId, eventId, actor }: ConsolePlace,
  kind: keyof typeof consoleChanges.kinds,
  subjectId: number,
): Promise<void> {
  await touchEvent(db, clientId, eventId);
  await consoleChanges.record(db, kind, { clientId, eventId, actor, subjectId });
}
