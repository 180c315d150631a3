import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to videos and documents. */
export const mediaChanges = defineChanges({
  "media.uploaded": {
    of: "client",
    subject: "medium",
    meaning: "A video or document was uploaded and waits for conversion",
  },
  "media.ready": { of: "client", subject: "medium", meaning: "A video or document was converted" },
  "media.failed": { of: "client", subject: "medium", meaning: "A video or document cannot be converted" },
  "event-videos.updated": { of: "event", meaning: "Which videos an event plays was changed" },
});
