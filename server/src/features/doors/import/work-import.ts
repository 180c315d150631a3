import type { Db } from "../../../db/database.ts";
import { queueJob } from "../../../db/queue-job.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Claim } from "../../../jobs/claimed-work.ts";
import type { JobContext } from "../../../jobs/jobs.ts";
import { ConversionError } from "../../../media-tools/conversion-error.ts";
import { findAdmissionEvent } from "../../admission/registration/admission-event.ts";
import { createRegistrantWriter } from "../../admission/registration/writer/registrant-writer.ts";
import { admitRows } from "./admit-rows.ts";
import { importChanges } from "./changes.ts";
import { createPreview } from "./preview-rows.ts";
import { findImport, type Import, setImportEnded } from "./queries.ts";
import { untilRepeated } from "./row-person.ts";
import { lockUnworkedRows, type WaitingRow, type WorkedRow, writeOutcomes } from "./row-queries.ts";

export const runImportName = "run-import";

/** Two full groups of the registrant writer: while one is committed the next one gathers. */
const ROWS_AT_ONCE = 1_024;

/** After this a long list makes room for other jobs, and goes on when it is its turn again. */
const STEP_MS = 5_000;

export function keyOfImport(id: number): string {
  return `import:${id}`;
}

/** Works the rows of an import that nobody has worked, for a while. */
export async function workImport(
  context: Pick<JobContext, "db" | "pool">,
  { clientId, importId }: { clientId: number; importId: number },
  claim: Claim,
): Promise<void> {
  const { db } = context;
  const anImport = await findImport(db, clientId, importId);
  if (!anImport) return;
  const work = createWork(context, anImport);
  const startedAt = performance.now();
  let { isRepeated } = claim;
  for (let after = 0; ; isRepeated = false) {
    const last = await workRows(db, anImport, { after, work: (rows) => work(rows, isRepeated) });
    if (last === undefined) return inTransaction(db, (tx) => finish(tx, anImport, claim));
    after = last;
    if (await isCancelled(db, anImport)) return;
    if (claim.signal.aborted || performance.now() - startedAt > STEP_MS)
      return inTransaction(db, async (tx) => {
        await claim.release(tx);
        await queueJob(tx, runImportName, { clientId, importId }, keyOfImport(importId));
      });
  }
}

/** The event is asked for anew each time: a gate that is set meanwhile counts for the rows that follow. */
function createWork({ db, pool }: Pick<JobContext, "db" | "pool">, anImport: Import) {
  const writer = createRegistrantWriter(pool);
  const preview = createPreview(db, anImport);
  return async (rows: readonly WaitingRow[], isRepeated: boolean): Promise<WorkedRow[]> => {
    const event = await findAdmissionEvent(db, anImport.eventId);
    if (!event) throw new ConversionError("The event was deleted");
    return anImport.isDryRun ? preview(event, rows) : admitRows({ db, writer, anImport, event }, rows, isRepeated);
  };
}

/** Answers the last row that was worked; undefined when none is left. */
async function workRows(
  db: Db,
  { clientId, id }: Import,
  { after, work }: { after: number; work(rows: readonly WaitingRow[]): Promise<WorkedRow[]> },
): Promise<number | undefined> {
  const key = { clientId, importId: id };
  return inTransaction(db, async (tx) => {
    const rows = untilRepeated(await lockUnworkedRows(tx, key, { after, limit: ROWS_AT_ONCE }));
    if (rows.length === 0) return undefined;
    await writeOutcomes(tx, key, await work(rows));
    return rows.at(-1)?.rowNumber;
  });
}

async function isCancelled(db: Db, { clientId, id }: Import): Promise<boolean> {
  return (await findImport(db, clientId, id))?.state === "cancelled";
}

async function finish(tx: Db, { clientId, eventId, id }: Import, claim: Claim): Promise<void> {
  await claim.complete(tx);
  await setImportEnded(tx, clientId, id);
  await importChanges.record(tx, "import.ready", { clientId, eventId, subjectId: id, actor: "job:run-import" });
}
