import type { Feature } from "../../../feature.ts";
import { demoRoutes } from "./routes.ts";

export const demo = {
  name: "demo",
  web: [demoRoutes],
} satisfies Feature;
