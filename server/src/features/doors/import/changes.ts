import { defineChanges } from "../../base/changes/define-changes.ts";

/** What becomes of imports. */
export const importChanges = defineChanges({
  "import.received": { of: "event", subject: "import", meaning: "A list of people was taken in" },
  "import.ready": { of: "event", subject: "import", meaning: "A list was worked to its end" },
  "import.cancelled": { of: "client", subject: "import", meaning: "A list was given up" },
  "import.failed": { of: "client", subject: "import", meaning: "A list cannot be worked" },
});
