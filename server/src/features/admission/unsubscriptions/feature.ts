import type { Feature } from "../../../feature.ts";
import { subscriptionChanges } from "./changes.ts";

export const unsubscriptions = {
  name: "unsubscriptions",
  changes: subscriptionChanges.kinds,
} satisfies Feature;
