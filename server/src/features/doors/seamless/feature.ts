import type { Feature } from "../../../feature.ts";
import { seamlessDoors } from "./pages.ts";

export const seamless = {
  name: "seamless",
  pages: [seamlessDoors],
} satisfies Feature;
