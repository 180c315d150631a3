import type pg from "pg";
import { createGroupCommit, type GroupCommit } from "../../lib/group-commit.ts";
import { type FieldName, fieldOf, namesOfPerson, type Person, registrantFields } from "./fields.ts";

export interface RegistrantWrite {
  readonly clientId: number;
  readonly eventId: number;
  readonly email: string;
  readonly person: Person;
  /** The address was made by the system. */
  readonly isAnonymous: boolean;
  readonly sourceEventId: number | undefined;
  /** As in changes.actor. */
  readonly actor: string;
}

export interface WrittenRegistrant {
  readonly id: number;
  readonly isNew: boolean;
  readonly createdAt: Date;
  /** The whole row by its column names, when the person was there before; otherwise it is what was given. */
  readonly stored: Record<string, unknown> | null;
}

export type RegistrantWriter = GroupCommit<RegistrantWrite, WrittenRegistrant>;

/** Rows of one statement: enough to amortise a commit, little enough to keep its latency low. Measured. */
const MOST_IN_GROUP = 512;

/** Writes registrants in groups, each group one statement and one commit, with its counters and change records. */
export function createRegistrantWriter(pool: pg.Pool): RegistrantWriter {
  return createGroupCommit({
    keyOf: (write) => `${write.eventId} ${write.email.toLowerCase()}`,
    commit: (writes) => writeRegistrants(pool, writes),
    isItemsFault,
    most: MOST_IN_GROUP,
  });
}

/** SQLSTATE classes of cardinality, data and constraints. */
function isItemsFault(error: unknown): boolean {
  return /^2[123]/.test((error as { code?: string }).code ?? "");
}

/** Writes distinct registrants in one statement and one commit; results in the order of the writes. */
export async function writeRegistrants(pool: pg.Pool, writes: RegistrantWrite[]): Promise<WrittenRegistrant[]> {
  const { rows } = await pool.query<ResultRow>({
    ...statementFor(writes),
    values: [JSON.stringify(writes.map(toInput))],
  });
  const results: WrittenRegistrant[] = new Array(writes.length);
  for (const row of rows)
    results[row.n] = { id: row.id, isNew: row.is_new, createdAt: row.created_at, stored: row.stored };
  return results;
}

interface ResultRow {
  n: number;
  id: number;
  is_new: boolean;
  created_at: Date;
  stored: Record<string, unknown> | null;
}

function toInput(write: RegistrantWrite, n: number): Record<string, unknown> {
  const input: Record<string, unknown> = {
    n,
    client_id: write.clientId,
    event_id: write.eventId,
    actor: write.actor,
    is_anonymous: write.isAnonymous,
    source_event_id: write.sourceEventId,
  };
  for (const name of namesOfPerson(write.person)) input[fieldOf(name).column] = write.person[name];
  input.email = write.email;
  return input;
}

/** Statements kept prepared on each connection; real forms use a handful of field sets. */
const MOST_STATEMENTS = 50;
const statements = new Map<string, { name: string; text: string }>();

/** The statement for the fields that the group has: cheaper than one that names all fields there are. */
function statementFor(writes: readonly RegistrantWrite[]): { name: string; text: string } {
  const given = new Set<FieldName>(["email"]);
  for (const { person } of writes) for (const name of namesOfPerson(person)) given.add(name);
  const fields = registrantFields.filter(({ name }) => given.has(name));
  const key = fields.map(({ column }) => column).join();
  const known = statements.get(key);
  if (known) return known;
  if (statements.size >= MOST_STATEMENTS)
    return { name: "write-registrants", text: writeStatement(registrantFields.map(({ column }) => column)) };
  const text = writeStatement(fields.map(({ column }) => column));
  const statement = { name: `write-registrants-${statements.size}`, text };
  statements.set(key, statement);
  return statement;
}

/**
 * Rows are written in the order of their key, and counters in theirs, so that processes never deadlock.
 * Each counter row is touched once per group: per registration it would cost a factor of five.
 * Absent fields keep what is stored; where somebody came from never changes after creation.
 */
function writeStatement(fieldColumns: readonly string[]): string {
  const columns = [...fieldColumns, "source_event_id"];
  const updates = columns
    .filter((column) => column !== "email" && column !== "partner_ref")
    .map((column) => `, ${column} = coalesce(excluded.${column}, r.${column})`);
  return `
with input as (
  select * from json_to_recordset($1::json) as x (
    n int, client_id bigint, event_id bigint, actor text, is_anonymous boolean,
    ${columns.map((column) => `${column} ${column === "source_event_id" ? "bigint" : "text"}`).join(", ")})
), written as (
  insert into registrants as r (client_id, event_id, is_anonymous, ${columns.join(", ")})
  select client_id, event_id, is_anonymous, ${columns.join(", ")} from input order by event_id, lower(email)
  on conflict (client_id, lower(email), event_id) do update set
    email = excluded.email, last_activity_at = now()${updates.join("")}
  returning r.client_id, r.event_id, r.id, lower(r.email) as email_key, r.partner_ref, r.created_at, r.xmax = 0 as is_new,
    case when r.xmax = 0 then null else to_json(r) end as stored
), counted as (
  insert into event_totals as t (client_id, event_id, registrants, last_activity_at)
  select client_id, event_id, count(*), now() from written where is_new group by 1, 2 order by 1, 2
  on conflict (client_id, event_id) do update set
    registrants = t.registrants + excluded.registrants, last_activity_at = excluded.last_activity_at
), counted_by_partner as (
  insert into event_partner_totals as t (client_id, event_id, partner_ref, registrants)
  select client_id, event_id, coalesce(partner_ref, ''), count(*) from written where is_new group by 1, 2, 3 order by 1, 2, 3
  on conflict (client_id, event_id, partner_ref) do update set registrants = t.registrants + excluded.registrants
), answered as (
  select i.n, i.actor, w.* from written w join input i on i.event_id = w.event_id and lower(i.email) = w.email_key
), recorded as (
  insert into changes (client_id, event_id, kind, subject_id, actor)
  select client_id, event_id, case when is_new then 'registrant.created' else 'registrant.updated' end, id, actor
  from answered
)
select n, id, is_new, created_at, stored from answered`;
}
