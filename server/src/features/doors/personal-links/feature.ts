import type { Feature } from "../../../feature.ts";
import { mailsPages } from "./mails-pages.ts";
import { cancelPages, confirmPages, helpPages, joinPages, ticketPages } from "./pages.ts";

export const personalLinks = {
  name: "personal-links",
  pages: [joinPages, ticketPages, confirmPages, cancelPages, mailsPages, helpPages],
} satisfies Feature;
