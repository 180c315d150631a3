import { defineChanges } from "../../base/changes/define-changes.ts";

/** What calls to action bring, and what the team does with them. */
export const callToActionChanges = defineChanges({
  "call-to-action.converted": {
    of: "event",
    subject: "conversion",
    meaning: "Somebody of the audience booked, asked for or wrote what a call to action offers",
  },
  "call-to-action.pushed": { of: "event", subject: "widget", meaning: "A call to action was shown to everybody" },
  "call-to-action.withdrawn": { of: "event", subject: "widget", meaning: "It is not shown any more" },
});
