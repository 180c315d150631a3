import type { Feature } from "../../../feature.ts";
import { announceEventChangeJob } from "./announce-event-change.ts";
import { sendingChanges } from "./changes.ts";
import { dispatchEmailsJob } from "./dispatch-emails.ts";
import { mailSenderRoutes } from "./routes.ts";

export const sending = {
  name: "send",
  web: [mailSenderRoutes],
  jobs: [announceEventChangeJob, dispatchEmailsJob],
  changes: sendingChanges.kinds,
} satisfies Feature;
