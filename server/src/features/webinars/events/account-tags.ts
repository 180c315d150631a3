import type { Selectable } from "kysely";
import Type, { type Static } from "typebox";
import type { Db } from "../../../db/database.ts";
import type { Events } from "../../../db/types.ts";

/** A tag of the account's own, as the compatible API tells of it. */
export const AccountTag = Type.Object({
  groupid: Type.Integer(),
  groupname: Type.String(),
  tagid: Type.Integer(),
  tagname: Type.String(),
});
export type AccountTag = Static<typeof AccountTag>;

/** Those of an event, by group. */
export async function listEventTags(
  db: Db,
  { clientId, accountTagIds }: Pick<Selectable<Events>, "clientId" | "accountTagIds">,
): Promise<AccountTag[]> {
  if (accountTagIds.length === 0) return [];
  return db
    .selectFrom("accountTags as a")
    .innerJoin("accountTagGroups as g", (on) =>
      on.onRef("g.clientId", "=", "a.clientId").onRef("g.id", "=", "a.groupId"),
    )
    .select(["g.id as groupid", "g.name as groupname", "a.id as tagid", "a.name as tagname"])
    .where("a.clientId", "=", clientId)
    .where("a.id", "in", accountTagIds)
    .orderBy("g.id")
    .orderBy("a.id")
    .execute();
}

/** Which of these account tags the client really has. */
export async function listKnownTagIds(db: Db, clientId: number, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("accountTags")
    .select("id")
    .where("clientId", "=", clientId)
    .where("id", "in", ids)
    .execute();
  return rows.map((row) => row.id);
}
