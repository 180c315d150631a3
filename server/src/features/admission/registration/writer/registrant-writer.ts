import type pg from "pg";
import { isDataFault, retryDeadlocks } from "../../../../db/transaction.ts";
import { createGroupCommit } from "../../../../lib/group-commit.ts";
import { writeDecided } from "./write-decided.ts";
import { type RegistrantWrite, type WrittenRegistrant, writeRegistrants } from "./write-registrants.ts";

export interface RegistrantWriter {
  /** Settles when it is durable. */
  submit(write: RegistrantWrite): Promise<WrittenRegistrant>;
  /** Waits until nothing is under way. */
  drain(): Promise<void>;
}

/** Rows of one statement: enough to amortise a commit, little enough to keep its latency low. Measured. */
const MOST_IN_GROUP = 512;

/**
 * Writes registrants in groups, each group one commit with its counters, change records and mails. Events where people
 * may have to wait have groups of their own, because deciding takes turns at the event.
 */
export function createRegistrantWriter(pool: pg.Pool): RegistrantWriter {
  const common = { keyOf, isItemsFault: isDataFault, most: MOST_IN_GROUP };
  const plain = createGroupCommit({
    ...common,
    commit: (writes: RegistrantWrite[]) => retryDeadlocks(() => writeRegistrants(pool, writes)),
  });
  const decided = createGroupCommit({
    ...common,
    commit: (writes: RegistrantWrite[]) => retryDeadlocks(() => writeDecided(pool, writes)),
  });
  return {
    async submit(write) {
      if (!write.terms) return plain.submit(write);
      const outcome = await decided.submit(write);
      if ("refusal" in outcome) throw outcome.refusal;
      return outcome;
    },
    drain: async () => void (await Promise.all([plain.drain(), decided.drain()])),
  };
}

function keyOf({ eventId, emailKey }: RegistrantWrite): string {
  return `${eventId} ${emailKey}`;
}
