import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to an event's set of e-mails. */
export const eventEmailChanges = defineChanges({
  "event-email.updated": {
    of: "event",
    subject: "e-mail",
    meaning: "A text, time or switch of an event's e-mail was changed",
  },
  "calendar-reminder.updated": { of: "event", meaning: "The reminder in an event's calendar entry was changed" },
});
