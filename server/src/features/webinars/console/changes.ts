import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to an event's console. */
export const consoleChanges = defineChanges({
  "widget.created": { of: "event", subject: "widget", meaning: "A widget was added" },
  "widget.updated": { of: "event", subject: "widget", meaning: "A widget was renamed, moved or filled" },
  "widget.deleted": { of: "event", subject: "widget", meaning: "A widget was taken away with what was in it" },
  "resource.created": { of: "event", subject: "resource", meaning: "Related content was added" },
  "resource.deleted": { of: "event", subject: "resource", meaning: "Related content was taken away" },
  "speaker.created": { of: "event", subject: "speaker", meaning: "A speaker was added" },
  "speaker.deleted": { of: "event", subject: "speaker", meaning: "A speaker was taken away" },
  "speakers.deleted": { of: "event", subject: "event", meaning: "All speakers were taken away at once" },
  "survey.updated": { of: "event", subject: "widget", meaning: "A survey's questions were changed" },
});
