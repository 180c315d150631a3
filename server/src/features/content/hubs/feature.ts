import type { Feature } from "../../../feature.ts";
import { hubChanges } from "./changes.ts";
import { hubPages } from "./pages.ts";
import { reactionPages } from "./reaction-pages.ts";
import { hubRoutes } from "./routes.ts";
import { hubOperations } from "./v2.ts";

export const hubs = {
  name: "hubs",
  v2: [hubOperations],
  web: [hubRoutes],
  pages: [hubPages, reactionPages],
  changes: hubChanges.kinds,
} satisfies Feature;
