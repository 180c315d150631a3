import { defineChanges } from "../../base/changes/define-changes.ts";

/** What was forgotten. */
export const forgettingChanges = defineChanges({
  "registrants.forgotten": { of: "either", subject: "forgetting", meaning: "People were forgotten" },
});
