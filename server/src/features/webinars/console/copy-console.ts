import type { Db } from "../../../db/database.ts";
import { copyResources, copySpeakers, copySurvey, copyWidgets } from "./copy-queries.ts";
import { countResources } from "./queries.ts";

/** Gives a new event the console of another of the same client with all that is in it; files are shared, not copied. */
export async function copyConsole(db: Db, clientId: number, fromEventId: number, toEventId: number): Promise<void> {
  const widgets = await copyWidgets(db, clientId, fromEventId, toEventId);
  const resources = await copyResources(db, clientId, toEventId, widgets);
  await copySpeakers(db, clientId, toEventId, widgets);
  await copySurvey(db, clientId, toEventId, widgets);
  await countResources(db, clientId, toEventId, resources);
}
