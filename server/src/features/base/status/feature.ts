import type { Feature } from "../../../feature.ts";
import { homeRoutes } from "./home.ts";
import { statusRoutes } from "./routes.ts";

export const status = {
  name: "status",
  pages: [statusRoutes, homeRoutes],
} satisfies Feature;
