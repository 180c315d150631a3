import type { Feature } from "../../../feature.ts";
import { bounceRoutes } from "./bounce-routes.ts";
import { trackingRoutes } from "./tracking-routes.ts";

export const tracking = {
  name: "tracking",
  web: [bounceRoutes],
  routes: [trackingRoutes],
} satisfies Feature;
