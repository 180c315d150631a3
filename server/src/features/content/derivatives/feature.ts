import type { Feature } from "../../../feature.ts";
import { derivativeChanges } from "./changes.ts";
import { generateDerivativeJob, requeueDerivativesJob } from "./jobs.ts";
import { nurturePages } from "./pages.ts";
import { derivativeRoutes } from "./routes.ts";
import { derivativeOperations } from "./v2.ts";

export const derivatives = {
  name: "derivatives",
  v2: [derivativeOperations],
  web: [derivativeRoutes],
  pages: [nurturePages],
  jobs: [generateDerivativeJob, requeueDerivativesJob],
  changes: derivativeChanges.kinds,
} satisfies Feature;
