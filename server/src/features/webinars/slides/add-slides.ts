import type { Kysely } from "kysely";
import { queueJob } from "../../../db/queue-job.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import type { StagedFile } from "../../../lib/staging.ts";
import { findMediaType } from "../../base/files/file-kinds.ts";
import { saveFile } from "../../base/files/save-file.ts";
import { slideChanges } from "./changes.ts";
import { processSlidesJob } from "./jobs.ts";
import { insertDeck } from "./queries.ts";

export interface SlidesDeps {
  readonly db: Kysely<Database>;
  readonly files: FileStore;
}

/** Adds an uploaded deck to an event; a worker makes its pages. Refuses what is neither PowerPoint nor PDF. */
export async function addSlides(
  deps: SlidesDeps,
  { clientId, eventId, staged, actor }: { clientId: number; eventId: number; staged: StagedFile; actor: string },
): Promise<void> {
  const mediaType = await findMediaType(staged, ["ppt", "pptx", "pdf"]);
  if (!mediaType) fail("slides.notPresentation");
  await saveFile(deps, { clientId, staged, mediaType }, async (tx, fileId) => {
    const deckId = await insertDeck(tx, clientId, eventId, fileId);
    await queueJob(tx, processSlidesJob.name, { clientId, deckId }, `slides:${deckId}`);
    await slideChanges.record(tx, "slides.received", { clientId, eventId, subjectId: deckId, actor });
  });
}
