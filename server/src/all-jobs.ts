import { disableIdleTokensJob } from "./features/accounts/jobs.ts";
import { generateDerivativeJob, requeueDerivativesJob } from "./features/derivatives/jobs.ts";
import { checkTotalsJob } from "./features/events/jobs.ts";
import { sweepFilesJob } from "./features/files/jobs.ts";
import { finishForgettingsJob } from "./features/forget/jobs.ts";
import { requeueImportsJob, runImportJob, sweepImportsJob } from "./features/import/jobs.ts";
import { announceEventChangeJob } from "./features/mail/announce-event-change.ts";
import { dispatchEmailsJob } from "./features/mail/dispatch-emails.ts";
import { processMediaJob, requeueMediaJob } from "./features/media/jobs.ts";
import { refreshProvidersJob, sweepSignInsJob } from "./features/single-sign-on/jobs.ts";
import { processSlidesJob, requeueSlidesJob } from "./features/slides/jobs.ts";
import type { JobDefinition } from "./jobs.ts";

/** Everything that runs in the background: the explicit list. */
export const allJobs: readonly JobDefinition[] = [
  disableIdleTokensJob,
  checkTotalsJob,
  announceEventChangeJob,
  dispatchEmailsJob,
  sweepFilesJob,
  finishForgettingsJob,
  runImportJob,
  requeueImportsJob,
  sweepImportsJob,
  processMediaJob,
  requeueMediaJob,
  processSlidesJob,
  requeueSlidesJob,
  generateDerivativeJob,
  requeueDerivativesJob,
  refreshProvidersJob,
  sweepSignInsJob,
];
