import { disableIdleTokensJob } from "../features/base/accounts/jobs.ts";
import { sweepFilesJob } from "../features/base/files/jobs.ts";
import { generateDerivativeJob, requeueDerivativesJob } from "../features/content/derivatives/jobs.ts";
import { requeueImportsJob, runImportJob, sweepImportsJob } from "../features/doors/import/jobs.ts";
import { refreshProvidersJob, sweepSignInsJob } from "../features/doors/single-sign-on/providers/jobs.ts";
import { announceEventChangeJob } from "../features/mail/send/announce-event-change.ts";
import { dispatchEmailsJob } from "../features/mail/send/dispatch-emails.ts";
import { finishForgettingsJob } from "../features/staff/forget/jobs.ts";
import { checkTotalsJob } from "../features/webinars/events/jobs.ts";
import { processMediaJob, requeueMediaJob } from "../features/webinars/media/jobs.ts";
import { processSlidesJob, requeueSlidesJob } from "../features/webinars/slides/jobs.ts";
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
