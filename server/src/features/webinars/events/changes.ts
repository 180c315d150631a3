import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to webinars, hubs and contents as events. */
export const eventChanges = defineChanges({
  "event.created": { of: "event", meaning: "An event was created or copied" },
  "event.updated": { of: "event", tellsFields: true, meaning: "What an event says of itself was changed" },
  "event.key-changed": { of: "event", tellsFields: true, meaning: "A page of an event's staff got another key" },
  "event.deleted": { of: "event", meaning: "A webinar was deleted" },
  "event.started": { of: "event", meaning: "A webinar went on air" },
  "event.ended": { of: "event", meaning: "A webinar ended" },
});
