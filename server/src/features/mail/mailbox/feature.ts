import type { Feature } from "../../../feature.ts";
import { forgetMails } from "./forget-mails.ts";
import { mailboxRoutes } from "./mailbox-routes.ts";

export const mailbox = {
  name: "mailbox",
  web: [mailboxRoutes],
  forget: { people: forgetMails },
} satisfies Feature;
