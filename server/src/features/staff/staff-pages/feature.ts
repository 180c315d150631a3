import type { Feature } from "../../../feature.ts";
import { doorPages } from "./door-pages.ts";
import { leadPages } from "./lead-pages.ts";
import { mailboxPages } from "./mailbox-pages.ts";
import { entrancePages, staffPages as eventPages, presentPages } from "./pages.ts";
import { staffRoutes } from "./routes.ts";

export const staffPages = {
  name: "staff-pages",
  web: [staffRoutes],
  pages: [entrancePages, eventPages, presentPages, doorPages, mailboxPages, leadPages],
} satisfies Feature;
