import { defineChanges } from "../../base/changes/define-changes.ts";

export const checkInChanges = defineChanges({
  "registrant.checked-in": {
    of: "event",
    subject: "registrant",
    meaning: "Somebody has come to the venue of a hybrid event",
  },
});
