import type { Feature } from "../../../feature.ts";
import { doorPages } from "./door-pages.ts";
import { mailboxPages } from "./mailbox-pages.ts";
import { staffPages as eventPages, presentPages } from "./pages.ts";

export const staffPages = {
  name: "staff-pages",
  pages: [eventPages, presentPages, doorPages, mailboxPages],
} satisfies Feature;
