import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { countActivity, countInEvents } from "../attendance/count-activity.ts";
import { noteOpenings } from "../widgets/note-openings.ts";
import { findResources, listWithoutDownloads, type ResourcePlace } from "./queries.ts";

export interface ResourceOpening extends ResourcePlace {
  readonly registrantId: number;
  readonly at: Date;
}

/** Counts opened resources, at most one of each person; refuses resource.unknown and room.notAttending. */
export async function openResources(tx: Db, openings: readonly ResourceOpening[]): Promise<(Refusal | undefined)[]> {
  const find = await findResources(tx, openings);
  const named = openings.flatMap((opening) => {
    const resource = find(opening, opening.resourceId);
    return resource ? [{ ...opening, ...resource, thingId: resource.id }] : [];
  });
  const noted = await noteOpenings(tx, "resource", named);
  const counted = named.flatMap((opening) => {
    const opened = noted.get(opening.registrantId);
    return opened ? [{ ...opening, isFirst: opened.isFirst }] : [];
  });
  await countOpened(tx, counted);
  return openings.map(({ eventId, resourceId, registrantId }) => {
    if (!find({ eventId }, resourceId)) return new Refusal("resource.unknown", { resourceId });
    return noted.has(registrantId) ? undefined : new Refusal("room.notAttending");
  });
}

async function countOpened(tx: Db, openings: readonly (ResourceOpening & { isFirst: boolean })[]): Promise<void> {
  const firsts = openings.filter(({ isFirst }) => isFirst);
  const newDownloaders = await listWithoutDownloads(tx, firsts);
  await countActivity(
    tx,
    openings.map(({ clientId, registrantId, at, isFirst }) => ({
      ...{ clientId, registrantId, at, counts: { resourcesDownloaded: Number(isFirst) } },
    })),
  );
  await countInEvents(
    tx,
    firsts.map(({ clientId, eventId, registrantId }) => ({
      ...{ clientId, eventId },
      counts: { resourceDownloads: 1, resourceDownloaders: Number(newDownloaders.has(registrantId)) },
    })),
  );
}
