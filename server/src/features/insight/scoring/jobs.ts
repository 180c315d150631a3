import type { JobDefinition } from "../../../jobs/jobs.ts";
import { foldGains, scoreNext } from "./queries.ts";
import { SCORE_JOB, type ScoreWork } from "./set-model.ts";

/** At once: a transaction of milliseconds, in which nobody who attends has to wait. */
const CHUNK = 1000;

/** Scores a client's attendees by new weights. Each chunk notes how far it is: a worker that is killed is followed from there. */
export const scoreAttendeesJob: JobDefinition = {
  name: SCORE_JOB,
  isLong: true,
  async run({ db, now, signal }, payload) {
    const work = payload as ScoreWork;
    while (await scoreNext(db, { ...work, limit: CHUNK, at: now() })) signal?.throwIfAborted();
  },
};

/** Every minute. */
export const foldGainsJob: JobDefinition = {
  name: "fold-engagement-gains",
  cron: "* * * * *",
  isMissable: true,
  run: ({ db }) => foldGains(db),
};
