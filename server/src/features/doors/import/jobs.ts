import { DateTime } from "luxon";
import { processClaimed, requeueDropped } from "../../../jobs/claimed-work.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { importChanges } from "./changes.ts";
import { deleteRows } from "./erase-queries.ts";
import { listImportsBefore, markErased, setImportEnded } from "./queries.ts";
import { runImportName, workImport } from "./work-import.ts";

/** Queued with the key `import:{importId}` by whoever takes a list in, and by itself while there is more. */
export const runImportJob: JobDefinition = {
  name: runImportName,
  async run(context, payload) {
    const { clientId, importId } = payload as { clientId: number; importId: number };
    await processClaimed(
      context,
      { table: "imports", clientId, id: importId },
      {
        process: (claim) => workImport(context, { clientId, importId }, claim),
        async onFailed(tx) {
          await setImportEnded(tx, clientId, importId);
          await importChanges.record(tx, "import.failed", { clientId, subjectId: importId, actor: "job:run-import" });
        },
      },
    );
  },
};

/** Every minute: goes on with what died with its worker. */
export const requeueImportsJob: JobDefinition = {
  name: "requeue-imports",
  cron: "* * * * *",
  isMissable: true,
  run: ({ db }) => requeueDropped(db, "imports", { name: runImportName, key: "import:", idName: "importId" }),
};

/** People ask within this time what became of a row; what it told of somebody is kept no longer than it is of use. */
const KEPT_DAYS = 30;

/** Every night: removes the rows of old imports; their counts stay. */
export const sweepImportsJob: JobDefinition = {
  name: "sweep-imports",
  cron: "20 3 * * *",
  async run({ db, now }) {
    const before = DateTime.fromJSDate(now()).minus({ days: KEPT_DAYS }).toJSDate();
    for (const { clientId, id } of await listImportsBefore(db, before)) {
      await deleteRows(db, clientId, id);
      await markErased(db, clientId, id);
    }
  },
};
