import { defineChanges } from "../../base/changes/define-changes.ts";

export const certificateChanges = defineChanges({
  "certificate.earned": {
    of: "event",
    subject: "registrant",
    meaning: "Somebody of the audience got a certificate, or a better one than before",
  },
  "certificate.reissued": {
    of: "event",
    subject: "registrant",
    meaning: "Somebody's certificates were written anew under the name that they have now",
  },
});
