import { DateTime } from "luxon";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { disableIdleTokens } from "./queries.ts";

const IDLE_DAYS = 60;

/** Every night: a token that made no call for 60 days stops working until somebody enables it again. */
export const disableIdleTokensJob: JobDefinition = {
  name: "disable-idle-tokens",
  cron: "20 3 * * *",
  async run({ db, now, log }) {
    const disabled = await disableIdleTokens(db, DateTime.fromJSDate(now()).minus({ days: IDLE_DAYS }).toJSDate());
    for (const token of disabled) log.info({ clientId: token.clientId, tokenId: token.id }, "idle token disabled");
  },
};
