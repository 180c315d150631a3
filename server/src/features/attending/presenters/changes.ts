import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to those who present. */
export const presenterChanges = defineChanges({
  "presenter.added": { of: "event", subject: "presenter", meaning: "Somebody may present in a webinar" },
  "presenter.updated": {
    of: "event",
    subject: "presenter",
    tellsFields: true,
    meaning: "A presenter's name, address or role was changed",
  },
  "presenter.link-renewed": { of: "event", subject: "presenter", meaning: "A presenter got another link" },
  "presenter.revoked": { of: "event", subject: "presenter", meaning: "Somebody may not present any more" },
});
