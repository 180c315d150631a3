import type { Feature } from "../../../feature.ts";
import { eventEmailChanges } from "./changes.ts";
import { copyEventEmails } from "./copy-event-emails.ts";
import { createEventEmails } from "./create-event-emails.ts";
import { eventEmailRoutes } from "./routes.ts";
import { eventEmailOperations } from "./v2.ts";

export const eventEmails = {
  name: "event-emails",
  v2: [eventEmailOperations],
  web: [eventEmailRoutes],
  eventPart: { onCreate: createEventEmails, onCopy: copyEventEmails },
  changes: eventEmailChanges.kinds,
} satisfies Feature;
