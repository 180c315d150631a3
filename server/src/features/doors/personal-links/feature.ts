import type { Feature } from "../../../feature.ts";
import { personalLinks as personalLinkPages } from "./routes.ts";

export const personalLinks = {
  name: "personal-links",
  pages: [personalLinkPages],
} satisfies Feature;
