import type { Feature } from "../../../feature.ts";
import { lookupOperations } from "./v2.ts";

export const lookups = {
  name: "lookups",
  v2: [lookupOperations],
} satisfies Feature;
