import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to texts made of a webinar. */
export const derivativeChanges = defineChanges({
  "derivative.requested": { of: "event", subject: "derivative", meaning: "A text was asked for" },
  "derivative.ready": { of: "event", subject: "derivative", meaning: "A text is written" },
  "derivative.failed": { of: "client", subject: "derivative", meaning: "A text cannot be written" },
  "derivative.updated": { of: "event", subject: "derivative", meaning: "A text was edited" },
  "derivative.deleted": { of: "event", subject: "derivative", meaning: "A text was deleted" },
});
