import type { Feature } from "../../../feature.ts";
import { checkInPages } from "./check-in-pages.ts";
import { doorPages } from "./door-pages.ts";
import { leadPages } from "./lead-pages.ts";
import { mailboxPages } from "./mailbox-pages.ts";
import { entrancePages, staffPages as eventPages, presentPages } from "./pages.ts";
import { staffRoutes } from "./routes.ts";

export const staffPages = {
  name: "staff-pages",
  web: [staffRoutes],
  pages: [entrancePages, eventPages, presentPages, doorPages, checkInPages, mailboxPages, leadPages],
} satisfies Feature;
