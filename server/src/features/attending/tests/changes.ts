import { defineChanges } from "../../base/changes/define-changes.ts";

export const testChanges = defineChanges({
  "test.submitted": {
    of: "event",
    subject: "registrant",
    meaning: "Somebody of the audience answered a test, passing it or not",
  },
});
