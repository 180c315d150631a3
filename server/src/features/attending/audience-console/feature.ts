import type { Feature } from "../../../feature.ts";
import { consolePages } from "./pages.ts";

export const audienceConsole = {
  name: "audience-console",
  pages: [consolePages],
} satisfies Feature;
