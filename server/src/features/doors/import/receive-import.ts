import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Db } from "../../../db/database.ts";
import { queueJob } from "../../../db/queue-job.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { isErrorCode } from "../../../lib/error-code.ts";
import type { StagedFile } from "../../../lib/staging.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import type { PersonRules } from "../../admission/registration/form/check-person.ts";
import { importChanges } from "./changes.ts";
import { createFindColumn } from "./columns.ts";
import { findImport, findImportByKey, type Import, insertImport, setImportRead } from "./queries.ts";
import { type ListFormat, openList } from "./read-list.ts";
import type { ListedPerson } from "./read-value.ts";
import { analyzeRows, insertRows, type NewRow } from "./row-queries.ts";
import { keyOfImport, runImportName } from "./work-import.ts";

export interface NewImport {
  readonly event: Pick<AdmissionEvent, "clientId" | "id" | "registrationFields">;
  readonly staged: StagedFile & { readonly charset?: string | undefined };
  readonly format: ListFormat;
  readonly isDryRun: boolean;
  readonly rules: Pick<PersonRules, "isRequiredHonored" | "areOptionsHonored">;
  /** The caller's mark of this request. */
  readonly idempotencyKey?: string;
  /** As in changes.actor. */
  readonly actor: string;
}

/** So many new rows at once make the planner's figures of the table wrong. */
const MANY_ROWS = 5_000;

/** SQLSTATE. The index of keys decides between two callers at once. */
const UNIQUE_VIOLATION = "23505";

/**
 * Takes a list in and queues the work on it: whole, or not at all where it cannot be read. Asked again with the same key
 * it answers the import that there is, or refuses when the list, the event or the rules are others.
 */
export async function receiveImport(db: Db, given: NewImport): Promise<Import> {
  const { clientId } = given.event;
  const contentHash = await hashOf(given);
  const earlier = await findEarlier(db, given, contentHash);
  if (earlier) return earlier;
  try {
    const id = await inTransaction(db, (tx) => store(tx, given, contentHash));
    const stored = (await findImport(db, clientId, id)) as Import;
    if (stored.rowCount > MANY_ROWS) await analyzeRows(db);
    return stored;
  } catch (error) {
    const rival = isErrorCode(error, UNIQUE_VIOLATION) && (await findEarlier(db, given, contentHash));
    if (rival) return rival;
    throw error;
  }
}

async function findEarlier(
  db: Db,
  { event: { clientId }, idempotencyKey }: NewImport,
  contentHash: Buffer,
): Promise<Import | undefined> {
  if (idempotencyKey === undefined) return undefined;
  const earlier = await findImportByKey(db, clientId, idempotencyKey);
  if (earlier && !earlier.contentHash.equals(contentHash)) fail("import.keyReused");
  return earlier;
}

/** Of all that makes a request what it is. */
async function hashOf({ event, staged, format, isDryRun, rules }: NewImport): Promise<Buffer> {
  const { isRequiredHonored, areOptionsHonored } = rules;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([event.id, format, isDryRun, isRequiredHonored, areOptionsHonored, staged.charset]));
  await pipeline(createReadStream(staged.path), hash);
  return hash.digest();
}

async function store(tx: Db, given: NewImport, contentHash: Buffer): Promise<number> {
  const { event, staged, format, isDryRun, rules, idempotencyKey, actor } = given;
  const { clientId, id: eventId } = event;
  const row = { clientId, eventId, isDryRun, ...rules, contentHash, actor };
  const id = await insertImport(tx, { ...row, idempotencyKey: idempotencyKey ?? null });
  const list = openList(staged, format, createFindColumn(event.registrationFields));
  const counts = await storeRows(tx, { clientId, importId: id }, list.rows());
  await setImportRead(tx, { clientId, id }, { ...counts, ignoredColumns: list.ignoredColumns() });
  await importChanges.record(tx, "import.received", { clientId, eventId, subjectId: id, actor });
  await queueJob(tx, runImportName, { clientId, importId: id }, keyOfImport(id));
  return id;
}

/** Of one statement. */
const ROWS_AT_ONCE = 1_000;

async function storeRows(
  tx: Db,
  key: { clientId: number; importId: number },
  people: AsyncIterable<ListedPerson>,
): Promise<{ rowCount: number; invalidCount: number }> {
  let [rowCount, invalidCount] = [0, 0];
  let rows: NewRow[] = [];
  for await (const { given, fault } of people) {
    rowCount++;
    if (fault) invalidCount++;
    rows.push({ rowNumber: rowCount, given, ...(fault && { code: fault.code, reason: fault.message }) });
    if (rows.length < ROWS_AT_ONCE) continue;
    await insertRows(tx, key, rows);
    rows = [];
  }
  if (rows.length > 0) await insertRows(tx, key, rows);
  return { rowCount, invalidCount };
}
