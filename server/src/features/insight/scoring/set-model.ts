import type { Kysely } from "kysely";
import { queueJob } from "../../../db/queue-job.ts";
import { inTransaction, lock } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";
import { getModel, type Model, saveModel } from "./queries.ts";
import { type Signal, signalNames, type Weight, type Weights } from "./signals.ts";

export const SCORE_JOB = "score-attendees";

export interface ScoreWork {
  readonly clientId: number;
  readonly version: number;
}

/** Changes what signals are worth to a client, those that are not given staying; its attendees are scored anew after that. */
export async function setModel(
  db: Kysely<Database>,
  clientId: number,
  given: Readonly<Partial<Record<Signal, Weight | undefined>>>,
  now: Date,
): Promise<Model> {
  return inTransaction(db, async (tx) => {
    // Of two that change different signals, the later one starts from what the other has left.
    await lock(tx, `engagement model ${clientId}`);
    const { weights } = await getModel(tx, clientId);
    const changed = Object.fromEntries(
      signalNames.map((signal) => [signal, given[signal] ?? weights[signal]]),
    ) as Weights;
    const version = await saveModel(tx, clientId, changed, now);
    await queueJob(tx, SCORE_JOB, { clientId, version } satisfies ScoreWork, `${SCORE_JOB} ${clientId}`);
    return getModel(tx, clientId);
  });
}
