import type { Forgetter } from "../../../feature.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { forgetPlanned } from "./forget-people.ts";
import { listUnfinished } from "./queries.ts";

/**
 * Every minute: goes on with what a process that was asked has left in the middle. By schedule, because a job of its own
 * could die together with that process, and would then wait for hours.
 */
export const finishForgettingsJob = (forgetters: readonly Forgetter[]): JobDefinition => ({
  name: "finish-forgettings",
  cron: "* * * * *",
  isMissable: true,
  async run({ db }) {
    for (const { clientId, id } of await listUnfinished(db)) await forgetPlanned(db, forgetters, clientId, id);
  },
});
