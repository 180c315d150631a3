import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to decks of slides. */
export const slideChanges = defineChanges({
  "slides.received": { of: "event", subject: "deck", meaning: "A deck was uploaded and waits for conversion" },
  "slides.ready": { of: "event", subject: "deck", meaning: "A deck was converted" },
  "slides.failed": { of: "event", subject: "deck", meaning: "A deck cannot be converted" },
  "slides.deleted": { of: "event", subject: "deck", meaning: "A deck was deleted" },
});
