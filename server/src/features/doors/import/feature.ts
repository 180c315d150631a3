import type { Feature } from "../../../feature.ts";
import { importChanges } from "./changes.ts";
import { eraseRowsOf, eraseRowsOfRegistrants } from "./erase-queries.ts";
import { requeueImportsJob, runImportJob, sweepImportsJob } from "./jobs.ts";
import { importRoutes } from "./routes.ts";

export const imports = {
  name: "import",
  web: [importRoutes],
  jobs: [runImportJob, requeueImportsJob, sweepImportsJob],
  forget: { beforehand: eraseRowsOf, people: eraseRowsOfRegistrants },
  changes: importChanges.kinds,
} satisfies Feature;
