import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { isLive } from "../../base/lookups/event-types.ts";
import { eventEmails } from "../../base/outbox/mail-kinds.ts";
import { findTiming, sendAt } from "../../base/outbox/timings.ts";
import { isOver } from "../compose/find-objection.ts";
import { type DatedEmail, listDatedEmails, lockDispatch, markDispatched, oweEmail } from "./dispatch-queries.ts";

/** People at once: a transaction of milliseconds, in which nobody who registers has to wait. */
const CHUNK = 2000;

/** A follow-up that nothing ran to send for so long would only puzzle its readers. */
const STALE_FOLLOW_UP_MS = 3 * 24 * 3_600_000;

/**
 * Every minute: owes the reminders and follow-ups that have fallen due to everybody who was registered by then. Killed in
 * the middle, the next run goes on: the due time is part of a mail's key, so that nobody is left out and nobody owed twice.
 */
export const dispatchEmailsJob: JobDefinition = {
  name: "dispatch-emails",
  cron: "* * * * *",
  isMissable: true,
  async run({ db, now, log, signal }) {
    for (const email of await listDatedEmails(db, now())) {
      if (signal?.aborted) return;
      const dueAt = sendAt(email, email);
      if (!dueAt || !isDue(email, dueAt, now())) continue;
      // One event's fault is not to keep the others' mails.
      try {
        await dispatchEmail(db, email, { dueAt, now: now() });
      } catch (error) {
        log.error({ err: error, clientId: email.clientId, emailId: email.id }, "an e-mail was not dispatched");
      }
    }
  },
};

/**
 * Whether everybody is to get it now: it has not gone out for this time, nor for a later one. What is timed by the end of
 * a webinar waits while that runs on beyond its announced end.
 */
function isDue(email: DatedEmail, dueAt: Date, now: Date): boolean {
  if (dueAt > now || (email.dispatchedAt && dueAt <= email.dispatchedAt)) return false;
  if (eventEmails[email.kind].isForComing) return !isOver(email, now);
  if (findTiming(email.timing)?.anchor === "after" && isLive(email.type) && !isOver(email, now)) return false;
  return now.getTime() - dueAt.getTime() <= STALE_FOLLOW_UP_MS;
}

/** A chunk at a time; whoever else is at the same e-mail goes on with it alone. */
async function dispatchEmail(db: Db, email: DatedEmail, { dueAt, now }: { dueAt: Date; now: Date }): Promise<void> {
  for (let afterId: number | undefined = 0; afterId !== undefined; )
    afterId = await inTransaction(db, async (tx) => {
      if (!(await lockDispatch(tx, email))) return undefined;
      const lastId = await oweEmail(tx, email, { dueAt, afterId: afterId ?? 0, most: CHUNK });
      if (lastId === undefined) await markDispatched(tx, email, now);
      return lastId;
    });
}
