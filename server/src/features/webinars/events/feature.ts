import type { Feature } from "../../../feature.ts";
import { eventChanges } from "./changes.ts";
import { eventRoutes } from "./routes.ts";
import { eventOperations } from "./v2.ts";

export const events = {
  name: "events",
  v2: [eventOperations],
  web: [eventRoutes],
  changes: eventChanges.kinds,
} satisfies Feature;
