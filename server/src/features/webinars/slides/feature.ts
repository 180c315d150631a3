import type { Feature } from "../../../feature.ts";
import { slideChanges } from "./changes.ts";
import { processSlidesJob, requeueSlidesJob } from "./jobs.ts";
import { copySlides } from "./queries.ts";
import { slideRoutes } from "./routes.ts";
import { slideOperations } from "./v2.ts";

export const slides = {
  name: "slides",
  v2: [slideOperations],
  web: [slideRoutes],
  jobs: [processSlidesJob, requeueSlidesJob],
  eventPart: { onCopy: copySlides },
  changes: slideChanges.kinds,
} satisfies Feature;
