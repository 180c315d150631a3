import { defineChanges } from "../../base/changes/define-changes.ts";

/** What is decided of mails that go out. */
export const sendingChanges = defineChanges({
  "mails.resent": { of: "event", meaning: "Mails that may have been lost were sent again" },
  "client.updated": { of: "client", tellsFields: true, meaning: "A client's own settings were changed" },
});
