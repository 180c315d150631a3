import { type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Forgettings } from "../../../db/types.ts";
import type { ForgottenPerson, Whom } from "../../../feature.ts";
import { emailKey } from "../../../lib/email-address.ts";

export type Forgetting = Selectable<Forgettings>;

function matching({ clientIds, eventId, emails }: Whom) {
  return sql`r.client_id = any (${[...clientIds]}::bigint[]) and r.email <> r.id || '-deleted'
    ${eventId === undefined ? sql`` : sql`and r.event_id = ${eventId}`}
    ${emails === undefined ? sql`` : sql`and r.email_key = any (${emails.map(emailKey)}::text[])`}`;
}

/** As many as there are, counted up to one more than the most. */
export async function countToForget(db: Db, whom: Whom, most: number): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*) as people from (select 1 from registrants r where ${matching(whom)} limit ${most + 1}) found`.execute(
    db,
  );
  return rows[0]?.people ?? 0;
}

export async function insertForgetting(
  db: Db,
  { clientId, eventId }: Whom,
  { scope, actor, people }: { scope: string; actor: string; people: number },
): Promise<number> {
  const { id } = await db
    .insertInto("forgettings")
    .values({ clientId, eventId: eventId ?? null, scope, actor, people })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes who is to be forgotten. Answers how many. */
export async function planForgetting(db: Db, whom: Whom, forgettingId: number): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into forgotten_people (client_id, forgetting_id, registrant_client_id, registrant_id, event_id, status_before)
    select ${whom.clientId}, ${forgettingId}, r.client_id, r.id, r.event_id, r.status
    from registrants r where ${matching(whom)}`.execute(db);
  return Number(numAffectedRows);
}

/** The next to be forgotten, held until the transaction ends. */
export async function lockPlanned(
  tx: Db,
  { clientId, forgettingId }: { clientId: number; forgettingId: number },
  { after, most }: { after: number; most: number },
): Promise<ForgottenPerson[]> {
  return tx
    .selectFrom("forgottenPeople")
    .select(["registrantClientId", "registrantId"])
    .where("clientId", "=", clientId)
    .where("forgettingId", "=", forgettingId)
    .where("registrantId", ">", after)
    .where("forgottenAt", "is", null)
    .orderBy("registrantId")
    .limit(most)
    .forUpdate()
    .execute();
}

/** What the published page lists, and beside it our free text; where a registration came from is no personal data. */
const cleared = [
  ...["company", "job_title", "job_function", "address_street1", "address_street2", "city", "state", "zip", "country"],
  ...["home_phone", "work_phone", "fax", "company_industry", "company_size", "user_name", "ext_event_user_cd", "other"],
  ...["notes", "std1", "std2", "std3", "std4", "std5", "std6", "std7", "std8", "std9", "std10"],
  ...["ip_address", "browser", "os", "language_code", "email_format"],
];
const overwritten = ["email", "first_name", "last_name", "event_email", "marketing_email", ...cleared];

/**
 * Overwrites people, and keeps which columns held something. Who waited becomes nobody at all: a forgotten registrant
 * is one who was registered.
 */
export async function overwritePeople(
  tx: Db,
  { clientId, forgettingId }: { clientId: number; forgettingId: number },
  people: readonly ForgottenPerson[],
): Promise<void> {
  const held = sql.join(
    overwritten.map((column) => sql`case when r.${sql.raw(column)} is not null then ${column}::text end`),
  );
  const nulls = sql.raw(cleared.map((column) => `${column} = null`).join(", "));
  await sql`
    with held as (
      select r.client_id, r.id, array_remove(array[${held}], null) as columns
      from registrants r
      join unnest(${people.map(({ registrantClientId }) => registrantClientId)}::bigint[],
        ${people.map(({ registrantId }) => registrantId)}::bigint[]) as p (client_id, id)
        on r.client_id = p.client_id and r.id = p.id
      order by r.client_id, r.id for update of r
    ), done as (
      update registrants r set
        email = r.id || '-deleted', email_key = r.id || '-deleted', first_name = 'deleted', last_name = 'deleted',
        event_email = 'N', marketing_email = 'N', ${nulls}, queue_number = null,
        status = case when r.status in ('active', 'deleted', 'forgotten') then 'forgotten' else 'denied' end,
        last_activity_at = now()
      from held where r.client_id = held.client_id and r.id = held.id
    )
    update forgotten_people f set overwritten = held.columns, forgotten_at = now()
    from held where f.client_id = ${clientId} and f.forgetting_id = ${forgettingId} and f.registrant_id = held.id`.execute(
    tx,
  );
}

export async function completeForgetting(tx: Db, clientId: number, id: number): Promise<void> {
  await tx
    .updateTable("forgettings")
    .set({ completedAt: sql`coalesce(completed_at, now())` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

/** Forgettings that somebody has begun and, as it seems, does not go on with. */
export async function listUnfinished(db: Db): Promise<{ clientId: number; id: number }[]> {
  return db
    .selectFrom("forgettings")
    .select(["clientId", "id"])
    .where("completedAt", "is", null)
    .where(sql<boolean>`asked_at < now() - interval '1 minute'`)
    .orderBy("id")
    .execute();
}

/** Those of a forgetting that were registrants: who waited is in no answer of the compatible API. */
export async function listForgottenRegistrants(db: Db, clientId: number, forgettingId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("forgottenPeople")
    .select("registrantId")
    .where("clientId", "=", clientId)
    .where("forgettingId", "=", forgettingId)
    .where("statusBefore", "in", ["active", "deleted"])
    .orderBy("registrantId")
    .execute();
  return rows.map(({ registrantId }) => registrantId);
}

/** Newest first, from the one after `before` on. */
export async function listForgettings(
  db: Db,
  clientId: number,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<Forgetting[]> {
  return db
    .selectFrom("forgettings")
    .selectAll()
    .where("clientId", "=", clientId)
    .$if(before !== undefined, (query) => query.where("id", "<", before ?? 0))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

export async function findForgetting(db: Db, clientId: number, id: number): Promise<Forgetting | undefined> {
  return db
    .selectFrom("forgettings")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function listForgottenPeople(
  db: Db,
  clientId: number,
  forgettingId: number,
  { after, limit }: { after: number; limit: number },
) {
  return db
    .selectFrom("forgottenPeople")
    .select(["registrantId", "eventId", "overwritten", "forgottenAt"])
    .where("clientId", "=", clientId)
    .where("forgettingId", "=", forgettingId)
    .where("registrantId", ">", after)
    .orderBy("registrantId")
    .limit(limit)
    .execute();
}
