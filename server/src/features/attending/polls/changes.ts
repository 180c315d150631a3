import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to an event's polls; what the team rehearses does not happen. */
export const pollChanges = defineChanges({
  "poll.created": { of: "event", subject: "poll", meaning: "A poll was added" },
  "poll.updated": { of: "event", subject: "poll", meaning: "A poll was reworded, moved or set otherwise" },
  "poll.deleted": { of: "event", subject: "poll", meaning: "A poll was taken away; what people answered stays" },
  "poll.pushed": {
    of: "event",
    subject: "poll",
    meaning: "A poll was put to the audience, for the first time or again",
  },
  "poll.closed": { of: "event", subject: "poll", meaning: "A poll was closed" },
  "poll.published": { of: "event", subject: "poll", meaning: "The results of a poll were shown to the audience" },
  "poll.hidden": { of: "event", subject: "poll", meaning: "The results of a poll were hidden again" },
  "poll.answered": { of: "event", subject: "registrant", meaning: "Somebody answered a poll that is not anonymous" },
});
