import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to an event's registration page. */
export const registrationPageChanges = defineChanges({
  "registration-page.updated": {
    of: "event",
    tellsFields: true,
    meaning: "What an event's registration page asks or shows was changed",
  },
});
