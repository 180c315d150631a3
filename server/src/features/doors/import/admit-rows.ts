import type { Db } from "../../../db/database.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { type AdmittedPerson, admitPerson } from "../../admission/registration/admit-person.ts";
import type { RegistrantWriter } from "../../admission/registration/writer/registrant-writer.ts";
import { outcomeOf, refusedOutcome } from "./outcome.ts";
import type { Import } from "./queries.ts";
import { addressOf, rulesOf } from "./row-person.ts";
import { listWorkedRegistrants, type WaitingRow, type WorkedRow } from "./row-queries.ts";

interface Admitting {
  readonly db: Db;
  readonly writer: RegistrantWriter;
  readonly anImport: Import;
  readonly event: AdmissionEvent;
}

/**
 * Brings the people of rows, all different, to the door at once, so that they share commits.
 * @param isRepeated whether they may have been let in by somebody who broke off before noting it.
 */
export async function admitRows(
  admitting: Admitting,
  rows: readonly WaitingRow[],
  isRepeated: boolean,
): Promise<WorkedRow[]> {
  const { db, writer, anImport, event } = admitting;
  // All are waited for, also when one fails for a reason of ours: nobody is on the way when the rows are free again.
  const results = await Promise.allSettled(
    rows.map(async (row) => {
      addressOf(row);
      return admitPerson(
        { db, writer },
        {
          door: "import",
          event,
          given: row.given,
          rules: rulesOf(anImport),
          actor: `import:${anImport.id}`,
        },
      );
    }),
  );
  const isOurs = isRepeated ? await findOurs(admitting, results) : () => false;
  return rows.map((row, index) => {
    const result = results[index] as PromiseSettledResult<AdmittedPerson>;
    if (result.status === "rejected") return refusedOutcome(row, result.reason);
    const { id, status, isNew } = result.value;
    const isCreated = isNew || isOurs(result.value);
    return outcomeOf(row, { eventId: event.id, status, isNew: isCreated, registrantId: id });
  });
}

/** Tells whom this import has registered itself, without having noted it. */
async function findOurs(
  { db, anImport }: Admitting,
  results: readonly PromiseSettledResult<AdmittedPerson>[],
): Promise<(person: AdmittedPerson) => boolean> {
  const ids = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.id] : []));
  const noted = await listWorkedRegistrants(db, { clientId: anImport.clientId, importId: anImport.id }, ids);
  return ({ id, stored, createdAt }) => stored?.door === "import" && createdAt >= anImport.createdAt && !noted.has(id);
}
