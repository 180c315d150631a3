import type { SaidKind } from "@lectern/wire/messages";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";
import { Refusal } from "../../../errors.ts";
import { nameOf, type SpeakerId } from "./member.ts";

/** Something that makes a new row. Said again with the same nonce, it is answered as the first time, and makes no other. */
export type Resendable = SpeakerId & {
  readonly clientId: number;
  readonly eventId: number;
  readonly nonce?: string | undefined;
};

/** Writes things of different people; answers the new ids, in their order. */
type Write<Item> = (tx: Transaction<Database>, items: readonly Item[]) => Promise<(number | Refusal)[]>;

/** Writes only what was not said before. What is refused may be said again, and is judged anew. */
export function onlyOnce<Item extends Resendable>(kind: SaidKind, write: Write<Item>): Write<Item> {
  return async (tx, items) => {
    const claims = items.flatMap((item) => (item.nonce === undefined ? [] : [claimOf(kind, item)]));
    if (claims.length === 0) return write(tx, items);
    const made = await claim(tx, claims);
    const fresh = items.filter((item) => !made.has(nameOf(item)));
    const results = fresh.length === 0 ? [] : await write(tx, fresh);
    const resultOf = new Map(fresh.map((item, index) => [nameOf(item), results[index] as number | Refusal]));
    await settle(tx, claims, resultOf);
    return items.map((item) => made.get(nameOf(item)) ?? (resultOf.get(nameOf(item)) as number | Refusal));
  };
}

/** The same for a single thing; `make` throws what it refuses. */
export async function makeOnce(
  db: Kysely<Database>,
  kind: SaidKind,
  item: Resendable,
  make: (tx: Transaction<Database>) => Promise<number>,
): Promise<number> {
  const write = onlyOnce(kind, async (tx) => [await make(tx)]);
  const [id] = await inTransaction(db, (tx) => write(tx, [item]));
  return id as number;
}

interface Claim {
  readonly client_id: number;
  readonly event_id: number;
  readonly speaker: string;
  readonly kind: SaidKind;
  readonly nonce: string | undefined;
}

function claimOf(kind: SaidKind, item: Resendable): Claim {
  return { client_id: item.clientId, event_id: item.eventId, speaker: nameOf(item), kind, nonce: item.nonce };
}

/**
 * Claims nonces until the transaction ends: whoever else has one is waited for. Answers by speaker what was made with those
 * that are taken. In the order of the key, so that processes never deadlock.
 */
async function claim(tx: Db, claims: readonly Claim[]): Promise<Map<string, number>> {
  const input = inputOf(claims);
  await sql`
    insert into said_once (client_id, event_id, speaker, kind, nonce)
    select client_id, event_id, speaker, kind, nonce from ${input} order by 1, 2, 3, 4, 5
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ speaker: string; madeId: number }>`
    select speaker, s.made_id from said_once s join ${input} using (client_id, event_id, speaker, kind, nonce)
    where s.made_id is not null`.execute(tx);
  return new Map(rows.map(({ speaker, madeId }) => [speaker, madeId]));
}

/** Notes what was made; what was refused gives its nonce back. */
async function settle(tx: Db, claims: readonly Claim[], resultOf: ReadonlyMap<string, number | Refusal>) {
  const settled = claims.flatMap((one) => {
    const result = resultOf.get(one.speaker);
    return result === undefined ? [] : [{ ...one, made_id: result instanceof Refusal ? null : result }];
  });
  await sql`
    with input as (select * from ${inputOf(settled)}), noted as (
      update said_once s set made_id = i.made_id from input i
      where (s.client_id, s.event_id, s.speaker, s.kind, s.nonce)
        = (i.client_id, i.event_id, i.speaker, i.kind, i.nonce) and i.made_id is not null
    )
    delete from said_once s using input i
    where (s.client_id, s.event_id, s.speaker, s.kind, s.nonce)
      = (i.client_id, i.event_id, i.speaker, i.kind, i.nonce) and i.made_id is null`.execute(tx);
}

function inputOf(claims: readonly (Claim & { readonly made_id?: number | null })[]) {
  return sql`json_to_recordset(${JSON.stringify(claims)}::json)
    as i (client_id bigint, event_id bigint, speaker text, kind text, nonce text, made_id bigint)`;
}
