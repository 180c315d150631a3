import { defineChanges } from "../../base/changes/define-changes.ts";

export const ideaChanges = defineChanges({
  "idea.shared": {
    of: "event",
    subject: "idea",
    meaning: "Somebody of the audience shared an idea, or a comment on one",
  },
  "idea.removed": { of: "event", subject: "idea", meaning: "The team took an idea or a comment away" },
  "idea-topic.created": { of: "event", subject: "topic", meaning: "A topic to share ideas on was added" },
  "idea-topic.updated": { of: "event", subject: "topic", meaning: "A topic was renamed or moved" },
  "idea-topic.deleted": { of: "event", subject: "topic", meaning: "A topic was taken away; its ideas stay known" },
});
