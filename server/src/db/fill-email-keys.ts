import { type Kysely, sql } from "kysely";
import { emailKey } from "../lib/email-address.ts";
import type { Sealer } from "../lib/sealer.ts";

/** What an upgrade needs beside the database, and where it tells what its operator should know. */
export interface Upgrade {
  readonly sealer: Sealer;
  readonly log: { warn(facts: object, message: string): void };
}

// biome-ignore lint/suspicious/noExplicitAny: a migration sees tables as they were then, not as db/types.ts has them now
type Tables = Kysely<any>;

/** Of one statement. */
const ROWS_AT_ONCE = 10_000;

/**
 * Gives registrants and rows of imports the keys of their addresses. Registrants of one event who turn out to have the
 * same address all stay: it finds the first of them from now on, and a change record of each other one tells so.
 */
export async function fillEmailKeys(tx: Tables, upgrade: Upgrade | undefined): Promise<void> {
  for await (const people of walk(tx, "registrants", ["client_id", "id"])) {
    await setKeys(tx, "registrants", ["client_id", "id"], people);
    if (upgrade) await renewHashes(tx, upgrade.sealer, people);
  }
  const rowKey = ["client_id", "import_id", "row_number"];
  for await (const rows of walk(tx, "import_rows", rowKey)) await setKeys(tx, "import_rows", rowKey, rows);
  const { rows: clashes } = await rankClashes.execute(tx);
  if (clashes.length === 0) return;
  upgrade?.log.warn(
    { clashes: clashes.slice(0, MOST_TOLD), total: clashes.length },
    "registrants have an address that another one of their event has in another spelling; " +
      "all of them stay, and changes of the kind registrant.address-shared tell who they are",
  );
}

/** Gives staff users the keys of theirs. */
export async function fillUserKeys(tx: Tables): Promise<void> {
  const key = ["client_id", "id"];
  for await (const users of walk(tx, "users", key)) await setKeys(tx, "users", key, users);
}

/** The others are in the change records. */
const MOST_TOLD = 100;

type Row = Readonly<Record<string, number>> & { readonly email: string };

async function* walk(tx: Tables, table: string, key: readonly string[]): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let after = key.map(() => 0);
  for (;;) {
    const { rows } = await sql<Row>`
      select ${columns}, email from ${sql.table(table)}
      where (${columns}) > (${sql.join(after)}) and email is not null
      order by ${columns} limit ${ROWS_AT_ONCE}`.execute(tx);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = key.map((column) => last[column] as number);
  }
}

async function setKeys(tx: Tables, table: string, key: readonly string[], rows: readonly Row[]): Promise<void> {
  const arrays = key.map((column) => sql`${rows.map((row) => row[column])}::bigint[]`);
  const keys = sql`${rows.map(({ email }) => emailKey(email))}::text[]`;
  const isRow = key.map((column) => sql`t.${sql.ref(column)} = k.${sql.ref(column)}`);
  await sql`
    update ${sql.table(table)} t set email_key = k.email_key
    from unnest(${sql.join([...arrays, keys])}) as k (${sql.join([...key, "email_key"].map((one) => sql.ref(one)))})
    where ${sql.join(isRow, sql` and `)}`.execute(tx);
}

/** Who wanted no mails is known by a hash of the address; until now of its small letters. */
async function renewHashes(tx: Tables, sealer: Sealer, people: readonly Row[]): Promise<void> {
  const renewed = people
    .map(({ client_id, email }) => ({ client_id, before: email.trim().toLowerCase(), after: emailKey(email) }))
    .filter(({ before, after }) => before !== after);
  if (renewed.length === 0) return;
  const hashOf = (text: string) => sealer.sign("unsubscribe", text);
  await sql`
    insert into unsubscriptions (client_id, address_hash, event_id, created_at)
    select u.client_id, k.after, u.event_id, u.created_at
    from unnest(${renewed.map(({ client_id }) => client_id)}::bigint[],
      ${renewed.map(({ before }) => hashOf(before))}::text[], ${renewed.map(({ after }) => hashOf(after))}::text[]
    ) as k (client_id, before, after)
    join unsubscriptions u on u.client_id = k.client_id and u.address_hash = k.before
    on conflict do nothing`.execute(tx);
}

/** Who is let in comes before who is not, and then whoever came first. */
const rankClashes = sql<{ event_id: number; registrant_id: number; found_instead: number }>`
  with clashing as (
    select client_id, event_id, email_key from registrants group by 1, 2, 3 having count(*) > 1
  ), ranked as (
    select client_id, event_id, id, first_value(id) over same_address as first_id, row_number() over same_address - 1 as rank
    from registrants join clashing using (client_id, event_id, email_key)
    window same_address as (partition by client_id, event_id, email_key
      order by (status = 'active') desc, created_at, id)
  ), moved as (
    update registrants r set email_rank = o.rank from ranked o
    where o.rank > 0 and r.client_id = o.client_id and r.id = o.id
    returning r.client_id, r.event_id, r.id, o.first_id
  ), recorded as (
    insert into changes (client_id, event_id, kind, subject_id, actor)
    select client_id, event_id, 'registrant.address-shared', id, 'job:migrate' from moved
  )
  select event_id, id as registrant_id, first_id as found_instead from moved order by id`;
