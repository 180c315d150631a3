import type { Feature } from "../../../feature.ts";
import { mailContentRoutes } from "./mail-routes.ts";
import { trackingRoutes } from "./tracking-routes.ts";

export const tracking = {
  name: "tracking",
  web: [mailContentRoutes],
  routes: [trackingRoutes],
} satisfies Feature;
