import type pg from "pg";
import type { MailKind } from "../../../base/outbox/mail-kinds.ts";
import { type FieldName, fieldOf, namesOfPerson, type Person, registrantFields } from "../form/fields.ts";
import type { Terms } from "../gates/decide-status.ts";
import type { Door } from "../gates/doors.ts";
import type { RegistrantStatus } from "../people/registrant-status.ts";
import { writeStatement } from "./write-statement.ts";

export interface RegistrantWrite {
  readonly clientId: number;
  readonly eventId: number;
  readonly email: string;
  /** Of lib/email-address.ts. */
  readonly emailKey: string;
  readonly person: Person;
  readonly door: Door;
  /** What the arrival told beside the person's own words. */
  readonly trace: Trace;
  /** The address was made by the system. */
  readonly isAnonymous: boolean;
  readonly sourceEventId: number | undefined;
  /** As in changes.actor. */
  readonly actor: string;
  /** Whether being let in is told by mail. */
  readonly isConfirmedByMail: boolean;
  /** For an event where people may have to wait. */
  readonly terms?: Terms;
}

/** Columns of the registrants table that are no field of a form. */
export interface Trace {
  readonly language_code?: string;
  readonly ip_address?: string;
  readonly browser?: string;
  readonly os?: string;
}

export interface WrittenRegistrant {
  readonly id: number;
  readonly isNew: boolean;
  readonly createdAt: Date;
  /** "active" is let in; who waits, or was denied, is no registrant yet. */
  readonly status: RegistrantStatus;
  /** The whole row by its column names, when the person was there before; otherwise it is what was given. */
  readonly stored: Record<string, unknown> | null;
}

/** Writes distinct registrants in one statement and one commit; results in the order of the writes. */
export async function writeRegistrants(
  pool: Pick<pg.Pool, "query">,
  writes: RegistrantWrite[],
): Promise<WrittenRegistrant[]> {
  return writeRows(pool, writes, writes.map(toInput), false);
}

/** An input row by column names; `n` is its place in the group. */
export type InputRow = Record<string, unknown>;

export function toInput(write: RegistrantWrite, n: number): InputRow {
  const mail: MailKind | null = write.isConfirmedByMail && !write.isAnonymous ? "confirmation" : null;
  const input: InputRow = {
    n,
    client_id: write.clientId,
    event_id: write.eventId,
    actor: write.actor,
    is_anonymous: write.isAnonymous,
    source_event_id: write.sourceEventId,
    door: write.door,
    mail,
    ...write.trace,
  };
  for (const name of namesOfPerson(write.person)) input[fieldOf(name).column] = write.person[name];
  input.email = write.email;
  input.email_key = write.emailKey;
  return input;
}

interface ResultRow {
  n: number;
  id: number;
  is_new: boolean;
  created_at: Date;
  stored: Record<string, unknown> | null;
}

/** @param isDecided see writeStatement. */
export async function writeRows(
  pool: Pick<pg.Pool, "query">,
  writes: readonly RegistrantWrite[],
  input: readonly InputRow[],
  isDecided: boolean,
): Promise<WrittenRegistrant[]> {
  const hasMails = input.some(({ mail }) => mail !== null);
  const { rows } = await pool.query<ResultRow>({
    ...statementFor(writes, { isDecided, hasMails }),
    values: [JSON.stringify(input)],
  });
  const results: WrittenRegistrant[] = new Array(writes.length);
  for (const row of rows)
    results[row.n] = {
      id: row.id,
      isNew: row.is_new,
      createdAt: row.created_at,
      status: (row.stored?.status ?? input[row.n]?.status ?? "active") as RegistrantStatus,
      stored: row.stored,
    };
  return results;
}

/** Statements kept prepared on each connection; real forms use a handful of field sets. */
const MOST_STATEMENTS = 50;
const statements = new Map<string, { name: string; text: string }>();

const traceColumns = ["door", "language_code", "ip_address", "browser", "os"] as const;

/** The statement for the fields that the group has: cheaper than one that names all fields there are. */
function statementFor(
  writes: readonly RegistrantWrite[],
  kind: { isDecided: boolean; hasMails: boolean },
): { name: string; text: string } {
  const given = new Set<FieldName>(["email"]);
  for (const { person } of writes) for (const name of namesOfPerson(person)) given.add(name);
  const hasTrace = writes.some(({ trace }) => Object.keys(trace).length > 0);
  const columns = registrantFields.filter(({ name }) => given.has(name)).map(({ column }) => column);
  columns.push(...(hasTrace ? traceColumns : ["door"]));
  const key = [kind.isDecided, kind.hasMails, ...columns].join();
  const known = statements.get(key);
  if (known) return known;
  if (statements.size >= MOST_STATEMENTS) {
    const all = [...registrantFields.map(({ column }) => column), ...traceColumns];
    const name = `write-registrants-all-${kind.isDecided}-${kind.hasMails}`;
    return { name, text: writeStatement(all, kind) };
  }
  const statement = { name: `write-registrants-${statements.size}`, text: writeStatement(columns, kind) };
  statements.set(key, statement);
  return statement;
}
