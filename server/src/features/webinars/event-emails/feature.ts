import type { Feature } from "../../../feature.ts";
import { eventEmailChanges } from "./changes.ts";
import { copyEmails } from "./copy-emails.ts";
import { createDefaultEmails } from "./create-default-emails.ts";
import { emailRoutes } from "./routes.ts";
import { emailOperations } from "./v2.ts";

export const eventEmails = {
  name: "event-emails",
  v2: [emailOperations],
  web: [emailRoutes],
  eventPart: { onCreate: createDefaultEmails, onCopy: copyEmails },
  changes: eventEmailChanges.kinds,
} satisfies Feature;
