import { GONE_AFTER_MS } from "@lectern/wire/room";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { lowerLeft } from "./hands.ts";

/** Every minute: takes down the hands of those who have left. */
export const lowerLeftHandsJob: JobDefinition = {
  name: "lower-left-hands",
  cron: "* * * * *",
  isMissable: true,
  run: ({ db, now }) => lowerLeft(db, { at: now(), aliveAfter: new Date(now().getTime() - GONE_AFTER_MS) }),
};
