import { processClaimed, requeueDropped } from "../../../jobs/claimed-work.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { mediaChanges } from "./changes.ts";
import { processMedia } from "./process-media.ts";
import { findMedia } from "./queries.ts";

/** Queued with the key `media:{mediaId}` by whoever takes an upload in, in the transaction that does. */
export const processMediaJob: JobDefinition = {
  name: "process-media",
  isLong: true,
  async run(context, payload) {
    const { clientId, mediaId } = payload as { clientId: number; mediaId: number };
    await processClaimed(
      context,
      { table: "media", clientId, id: mediaId },
      {
        async process(claim) {
          const media = await findMedia(context.db, clientId, mediaId);
          if (media) await processMedia(context, media, claim);
        },
        onFailed: (tx) =>
          mediaChanges.record(tx, "media.failed", { clientId, subjectId: mediaId, actor: "job:process-media" }),
      },
    );
  },
};

/** Every minute: begins anew what died with its worker. */
export const requeueMediaJob: JobDefinition = {
  name: "requeue-media",
  cron: "* * * * *",
  isMissable: true,
  run: ({ db }) => requeueDropped(db, "media", { name: processMediaJob.name, key: "media:", idName: "mediaId" }),
};
