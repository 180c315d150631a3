import type { Feature } from "../../../feature.ts";
import { eventAnalytics } from "./v2.ts";

export const analytics = {
  name: "analytics",
  v2: [eventAnalytics],
} satisfies Feature;
