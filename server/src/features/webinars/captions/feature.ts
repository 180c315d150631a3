import type { Feature } from "../../../feature.ts";
import { captionChanges } from "./changes.ts";
import { copyCaptions } from "./queries.ts";
import { captionFiles, captionRoutes } from "./routes.ts";
import { captionOperations } from "./v2.ts";

export const captions = {
  name: "captions",
  v2: [captionOperations],
  web: [captionRoutes],
  routes: [captionFiles],
  eventPart: { onCopy: copyCaptions },
  changes: captionChanges.kinds,
} satisfies Feature;
