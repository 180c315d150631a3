import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to the survey of an event; what is asked in it is the console's. */
export const surveyChanges = defineChanges({
  "survey.pushed": { of: "event", meaning: "The survey was put before the audience" },
  "survey.submitted": { of: "event", subject: "registrant", meaning: "Somebody submitted the survey" },
});
