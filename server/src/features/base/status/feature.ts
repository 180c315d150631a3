import type { Feature } from "../../../feature.ts";
import { homePages } from "./home.ts";
import { statusRoutes } from "./routes.ts";

export const status = {
  name: "status",
  routes: [statusRoutes],
  pages: [homePages],
} satisfies Feature;
