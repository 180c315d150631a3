import type { Feature } from "../../../feature.ts";
import { accountChanges } from "./changes.ts";
import { disableIdleTokensJob } from "./jobs.ts";
import { accountRoutes } from "./routes.ts";
import { accountOperations } from "./v2.ts";

export const accounts = {
  name: "accounts",
  v2: [accountOperations],
  web: [accountRoutes],
  jobs: [disableIdleTokensJob],
  changes: accountChanges.kinds,
} satisfies Feature;
