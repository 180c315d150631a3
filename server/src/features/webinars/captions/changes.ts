import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to an event's captions. */
export const captionChanges = defineChanges({
  "captions.updated": { of: "event", meaning: "Captions of a language were set" },
  "captions.deleted": { of: "event", meaning: "Captions were deleted" },
});
