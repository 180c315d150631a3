import { type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { ApiTokens, Clients, Users } from "../../../db/types.ts";

export async function findClient(db: Db, id: number): Promise<Selectable<Clients> | undefined> {
  return db.selectFrom("clients").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The clients below one, at any depth, parents before children. */
export async function listClientsBelow(
  db: Db,
  id: number,
): Promise<{ id: number; parentId: number | null; name: string }[]> {
  return db
    .selectFrom("clients")
    .select(["id", "parentId", "name"])
    .where(sql<boolean>`path @> array[${id}::bigint]`)
    .where("id", "!=", id)
    .orderBy(sql`array_length(path, 1)`)
    .orderBy("id")
    .execute();
}

/** Ids of a client and all below it. */
export async function listReach(db: Db, id: number): Promise<number[]> {
  const below = await listClientsBelow(db, id);
  return [id, ...below.map((client) => client.id)];
}

/** With the name of the staff user that the token acts for. */
export async function findTokenByKey(
  db: Db,
  key: string,
): Promise<(Selectable<ApiTokens> & { userName: string | null }) | undefined> {
  return db
    .selectFrom("apiTokens")
    .leftJoin("users", (join) =>
      join.onRef("users.clientId", "=", "apiTokens.clientId").onRef("users.id", "=", "apiTokens.userId"),
    )
    .selectAll("apiTokens")
    .select("users.name as userName")
    .where("key", "=", key)
    .executeTakeFirst();
}

export async function findToken(db: Db, clientId: number, id: number): Promise<Selectable<ApiTokens> | undefined> {
  return db
    .selectFrom("apiTokens")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function listTokens(db: Db, clientId: number): Promise<Selectable<ApiTokens>[]> {
  return db.selectFrom("apiTokens").selectAll().where("clientId", "=", clientId).orderBy("id").execute();
}

/** Writes when tokens were last used; later uses already written stay. Rows are locked in order: no deadlocks. */
export async function recordTokenUses(
  db: Db,
  uses: readonly { clientId: number; id: number; at: Date }[],
): Promise<void> {
  await sql`
    with uses as (
      select * from unnest(${uses.map((use) => use.clientId)}::bigint[], ${uses.map((use) => use.id)}::bigint[],
        ${uses.map((use) => use.at)}::timestamptz[]) as u (client_id, id, at)
    ), locked as (
      select t.client_id, t.id, u.at from api_tokens t join uses u on u.client_id = t.client_id and u.id = t.id
      order by t.client_id, t.id for update of t
    )
    update api_tokens t set last_used_at = greatest(t.last_used_at, l.at)
    from locked l where t.client_id = l.client_id and t.id = l.id`.execute(db);
}

/** Disables the tokens that nobody has used since then; answers which. */
export async function disableIdleTokens(db: Db, idleSince: Date): Promise<{ clientId: number; id: number }[]> {
  return db
    .updateTable("apiTokens")
    .set({ isActive: false, disabledAt: sql`now()`, disabledBecause: "idle" })
    .where("isActive", "=", true)
    .where(sql<boolean>`greatest(last_used_at, enabled_at) < ${idleSince}`)
    .returning(["clientId", "id"])
    .execute();
}

export async function listUsers(db: Db, clientIds: number[]): Promise<(Selectable<Users> & { account: string })[]> {
  return db
    .selectFrom("users")
    .innerJoin("clients", "clients.id", "users.clientId")
    .selectAll("users")
    .select("clients.name as account")
    .where("users.clientId", "in", clientIds)
    .where("users.isActive", "=", true)
    .orderBy("users.clientId")
    .orderBy("users.id")
    .execute();
}

export async function findUser(db: Db, clientId: number, userName: string): Promise<Selectable<Users> | undefined> {
  return db
    .selectFrom("users")
    .selectAll()
    .where("clientId", "=", clientId)
    .where(sql<SqlBool>`lower(user_name collate "C") = lower(${userName}::text collate "C")`)
    .executeTakeFirst();
}

/** Whether there is somebody who could sign in: a user with a password, or an organisation's way in for staff. */
export async function canAnybodySignIn(db: Db): Promise<boolean> {
  const { rows } = await sql<{ can: boolean }>`
    select exists (select from users where password_hash is not null and is_active)
      or exists (select from identity_providers where is_active and 'staff' = any(purposes)) as can`.execute(db);
  return rows[0]?.can ?? false;
}

/** Active clients below no other, as many as a page shows. */
export async function listTopClients(db: Db): Promise<Pick<Selectable<Clients>, "id" | "name">[]> {
  return db
    .selectFrom("clients")
    .select(["id", "name"])
    .where("parentId", "is", null)
    .where("isActive", "=", true)
    .orderBy("id")
    .limit(200)
    .execute();
}

/** Whoever may be asked about, active or not. */
export async function findUserById(db: Db, clientId: number, id: number): Promise<Selectable<Users> | undefined> {
  return db.selectFrom("users").selectAll().where("clientId", "=", clientId).where("id", "=", id).executeTakeFirst();
}

export async function listUsersOf(db: Db, clientId: number): Promise<Selectable<Users>[]> {
  return db.selectFrom("users").selectAll().where("clientId", "=", clientId).orderBy("id").execute();
}
