import type { Feature } from "../../../feature.ts";
import { mediaChanges } from "./changes.ts";
import { processMediaJob, requeueMediaJob } from "./jobs.ts";
import { copyEventVideos } from "./queries.ts";
import { mediaRoutes } from "./routes.ts";
import { mediaUploadOperations } from "./v2-upload.ts";

export const media = {
  name: "media",
  v2: [mediaUploadOperations],
  web: [mediaRoutes],
  jobs: [processMediaJob, requeueMediaJob],
  eventPart: { onCopy: copyEventVideos },
  changes: mediaChanges.kinds,
} satisfies Feature;
