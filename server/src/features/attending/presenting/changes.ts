import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to what is presented. */
export const presentingChanges = defineChanges({
  "event-marks.updated": {
    of: "event",
    meaning: "Which slides and polls come at which times of a recording was changed",
  },
});
