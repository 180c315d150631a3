import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Person } from "../../admission/registration/form/fields.ts";
import type { RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";
import { keyOfRow } from "./row-person.ts";

export const outcomes = ["created", "updated", "waiting", "refused", "invalid"] as const;

export type RowOutcome = (typeof outcomes)[number];

interface ImportKey {
  readonly clientId: number;
  readonly importId: number;
}

export interface NewRow {
  readonly rowNumber: number;
  readonly given: Person;
  /** Of a row that cannot be used. */
  readonly code?: string;
  readonly reason?: string;
}

export async function insertRows(tx: Db, { clientId, importId }: ImportKey, rows: readonly NewRow[]): Promise<void> {
  const keyed = rows.map((row) => ({ ...row, emailKey: keyOfRow(row) }));
  await sql`
    insert into import_rows (client_id, import_id, row_number, given, email, email_key, outcome, code, reason)
    select ${clientId}, ${importId}, r."rowNumber", r.given, r.given ->> 'email', r."emailKey",
      case when r.code is not null then 'invalid' end, r.code, r.reason
    from json_to_recordset(${JSON.stringify(keyed)}::json)
      as r ("rowNumber" int, given jsonb, "emailKey" text, code text, reason text)`.execute(tx);
}

/** Lets the planner know of many new rows before it plans their work: with old figures it walks all of them each time. */
export async function analyzeRows(db: Db): Promise<void> {
  await sql`analyze (skip_locked) import_rows`.execute(db);
}

export interface WaitingRow {
  readonly rowNumber: number;
  readonly given: Person;
}

/**
 * The next rows that have no outcome, held until the transaction ends: nobody else works on them, and whoever erases
 * what they tell of a person waits until the person is registered, and so is found.
 */
export async function lockUnworkedRows(
  tx: Db,
  { clientId, importId }: ImportKey,
  { after, limit }: { after: number; limit: number },
): Promise<WaitingRow[]> {
  const rows = await tx
    .selectFrom("importRows")
    .select(["rowNumber", "given"])
    .where("clientId", "=", clientId)
    .where("importId", "=", importId)
    .where("rowNumber", ">", after)
    .where("outcome", "is", null)
    .where("given", "is not", null)
    .orderBy("rowNumber")
    .limit(limit)
    .forUpdate()
    .execute();
  return rows.map(({ rowNumber, given }) => ({ rowNumber, given: given as Person }));
}

export interface WorkedRow {
  readonly rowNumber: number;
  readonly outcome: RowOutcome;
  readonly status?: RegistrantStatus;
  readonly registrantId?: number;
  readonly code?: string;
  readonly reason?: string;
}

/** Writes what became of rows, and counts it. */
export async function writeOutcomes(
  tx: Db,
  { clientId, importId }: ImportKey,
  rows: readonly WorkedRow[],
): Promise<void> {
  await sql`
    with worked as (
      update import_rows r
      set outcome = w.outcome, status = w.status, registrant_id = w."registrantId", code = w.code, reason = w.reason
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as w ("rowNumber" int, outcome text, status text, "registrantId" bigint, code text, reason text)
      where r.client_id = ${clientId} and r.import_id = ${importId} and r.row_number = w."rowNumber"
      returning r.outcome
    ), counted as (
      select count(*) filter (where outcome = 'created') as created,
        count(*) filter (where outcome = 'updated') as updated,
        count(*) filter (where outcome = 'waiting') as waiting,
        count(*) filter (where outcome = 'refused') as refused,
        count(*) filter (where outcome = 'invalid') as invalid
      from worked
    )
    update imports i set
      created_count = created_count + c.created, updated_count = updated_count + c.updated,
      waiting_count = waiting_count + c.waiting, refused_count = refused_count + c.refused,
      invalid_count = invalid_count + c.invalid
    from counted c where i.client_id = ${clientId} and i.id = ${importId}`.execute(tx);
}

/** Registrants that rows of the import are about already. */
export async function listWorkedRegistrants(
  db: Db,
  { clientId, importId }: ImportKey,
  registrantIds: readonly number[],
): Promise<Set<number>> {
  const { rows } = await sql<{ registrantId: number }>`
    select registrant_id from import_rows
    where client_id = ${clientId} and import_id = ${importId} and registrant_id = any (${[...registrantIds]}::bigint[])`.execute(
    db,
  );
  return new Set(rows.map(({ registrantId }) => registrantId));
}

export interface ListedRow {
  readonly rowNumber: number;
  readonly email: string | null;
  readonly outcome: string | null;
  readonly status: string | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly registrantId: number | null;
}

export async function listRows(
  db: Db,
  { clientId, importId }: ImportKey,
  { outcome, after, limit }: { outcome: RowOutcome | undefined; after: number; limit: number },
): Promise<ListedRow[]> {
  return db
    .selectFrom("importRows")
    .select(["rowNumber", "email", "outcome", "status", "code", "reason", "registrantId"])
    .where("clientId", "=", clientId)
    .where("importId", "=", importId)
    .where("rowNumber", ">", after)
    .$if(outcome !== undefined, (query) => query.where("outcome", "=", outcome as string))
    .orderBy("rowNumber")
    .limit(limit)
    .execute();
}
