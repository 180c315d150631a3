import type { Feature } from "../../../feature.ts";
import { eventPageRoutes } from "./routes.ts";

export const staffPages = {
  name: "staff-pages",
  pages: [eventPageRoutes],
} satisfies Feature;
