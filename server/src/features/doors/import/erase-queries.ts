import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import type { Whom } from "../../../feature.ts";
import { emailKey } from "../../../lib/email-address.ts";

/** Of one statement: locks are short. */
const CHUNK = 10_000;

/**
 * Takes what was told of people out of rows; one that was not worked yet is not worked any more. Waits for rows that
 * are being worked.
 */
async function eraseWhere(db: Db, condition: RawBuilder<unknown>): Promise<void> {
  const { code, message } = new Refusal("import.rowErased");
  const eraseSome = sql<{ erased: number }>`
    with erased as (
      update import_rows w set given = null, email = null, email_key = null,
        code = case when w.outcome is null then ${code} else w.code end,
        reason = case when w.outcome is null then ${message} else w.reason end,
        outcome = coalesce(w.outcome, 'invalid')
      from (
        select r.client_id, r.import_id, r.row_number, r.outcome is null as is_unworked
        from import_rows r ${condition} and r.given is not null
        order by 1, 2, 3 limit ${CHUNK} for update of r
      ) before
      where w.client_id = before.client_id and w.import_id = before.import_id and w.row_number = before.row_number
      returning w.client_id, w.import_id, before.is_unworked
    ), counted as (
      update imports i set invalid_count = invalid_count + c.rows
      from (select client_id, import_id, count(*) as rows from erased where is_unworked group by 1, 2 order by 1, 2) c
      where i.client_id = c.client_id and i.id = c.import_id
    )
    select count(*) as erased from erased`;
  for (;;) {
    const { rows } = await eraseSome.execute(db);
    if ((rows[0]?.erased ?? 0) < CHUNK) return;
  }
}

/** Rows by the address they told, of any import of the clients or of the event's. */
export async function eraseRowsOf(db: Db, { clientIds, eventId, emails }: Whom): Promise<void> {
  await eraseWhere(
    db,
    sql`join imports i on i.client_id = r.client_id and i.id = r.import_id
      where i.client_id = any (${[...clientIds]}::bigint[])
        ${eventId === undefined ? sql`` : sql`and i.event_id = ${eventId}`}
        ${emails === undefined ? sql`` : sql`and r.email_key = any (${emails.map(emailKey)}::text[])`}`,
  );
}

/** Rows that registered people, whatever address they had then. */
export async function eraseRowsOfRegistrants(
  tx: Db,
  people: readonly { registrantClientId: number; registrantId: number }[],
): Promise<void> {
  await eraseWhere(
    tx,
    sql`join unnest(${people.map(({ registrantClientId }) => registrantClientId)}::bigint[],
        ${people.map(({ registrantId }) => registrantId)}::bigint[]) as p (client_id, id)
        on r.client_id = p.client_id and r.registrant_id = p.id
      where true`,
  );
}

export async function eraseRowsOfImport(db: Db, clientId: number, importId: number): Promise<void> {
  await eraseWhere(db, sql`where r.client_id = ${clientId} and r.import_id = ${importId}`);
}

/** Removes all rows of an import. */
export async function deleteRows(db: Db, clientId: number, importId: number): Promise<void> {
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from import_rows where client_id = ${clientId} and import_id = ${importId} and row_number in (
        select row_number from import_rows where client_id = ${clientId} and import_id = ${importId} limit ${CHUNK})`.execute(
      db,
    );
    if (numAffectedRows < CHUNK) return;
  }
}
