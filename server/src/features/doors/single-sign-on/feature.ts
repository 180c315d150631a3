import type { Feature } from "../../../feature.ts";
import { singleSignOnChanges } from "./changes.ts";
import { signOutPages, staffHomePages } from "./pages/home-pages.ts";
import { samlPages } from "./pages/sign-in-pages.ts";
import { refreshProvidersJob, sweepSignInsJob } from "./providers/jobs.ts";
import { singleSignOnRoutes } from "./providers/routes.ts";
import { deleteSessionsOf } from "./sessions/session-queries.ts";

export const singleSignOn = {
  name: "single-sign-on",
  web: [singleSignOnRoutes],
  pages: [samlPages, staffHomePages, signOutPages],
  jobs: [refreshProvidersJob, sweepSignInsJob],
  forget: { people: deleteSessionsOf },
  changes: singleSignOnChanges.kinds,
} satisfies Feature;
