import { defineChanges } from "../../base/changes/define-changes.ts";

/** What people decide of the mails they get. */
export const subscriptionChanges = defineChanges({
  "registrant.unsubscribed": { of: "event", subject: "registrant", meaning: "A registrant wants no more mails" },
  "registrant.resubscribed": { of: "event", subject: "registrant", meaning: "A registrant wants mails again" },
});
