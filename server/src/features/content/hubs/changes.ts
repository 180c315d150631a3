import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to hubs and what is in them. */
export const hubChanges = defineChanges({
  "hub.created": { of: "event", meaning: "A hub was created" },
  "hub.updated": { of: "event", meaning: "A hub's texts or categories were changed" },
  "hub-content.added": { of: "event", subject: "content", meaning: "A content was put into a hub" },
  "hub-content.updated": {
    of: "event",
    subject: "content",
    meaning: "A content's place, tags or picture in a hub was changed",
  },
  "hub-content.published": { of: "event", subject: "content", meaning: "A content became visible in a hub" },
  "hub-content.unpublished": { of: "event", subject: "content", meaning: "A content was hidden in a hub" },
  "hub-content.removed": { of: "event", subject: "content", meaning: "A content was taken out of a hub" },
});
