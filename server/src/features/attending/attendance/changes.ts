import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to those who attend. */
export const attendanceChanges = defineChanges({
  "attendee.joined": {
    of: "event",
    subject: "registrant",
    meaning: "A registrant came into the webinar for the first time, live or on demand",
  },
});
