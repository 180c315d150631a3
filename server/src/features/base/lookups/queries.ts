import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Contacts, EventProfiles } from "../../../db/types.ts";

export type ContactRole = "account-manager" | "event-manager" | "sales" | "signal" | "technical";

export async function listContacts(db: Db, clientId: number, role: ContactRole): Promise<Selectable<Contacts>[]> {
  return db
    .selectFrom("contacts")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("role", "=", role)
    .orderBy("id")
    .execute();
}

export async function listEventProfiles(db: Db, clientId: number): Promise<Selectable<EventProfiles>[]> {
  return db.selectFrom("eventProfiles").selectAll().where("clientId", "=", clientId).orderBy("id").execute();
}

export interface AccountTag {
  groupId: number;
  groupName: string;
  tagId: number;
  tagName: string;
}

/** The account's tags, group by group. */
export async function listAccountTags(db: Db, clientId: number): Promise<AccountTag[]> {
  return db
    .selectFrom("accountTags")
    .innerJoin("accountTagGroups", (join) =>
      join
        .onRef("accountTagGroups.clientId", "=", "accountTags.clientId")
        .onRef("accountTagGroups.id", "=", "accountTags.groupId"),
    )
    .select([
      "accountTagGroups.id as groupId",
      "accountTagGroups.name as groupName",
      "accountTags.id as tagId",
      "accountTags.name as tagName",
    ])
    .where("accountTags.clientId", "=", clientId)
    .orderBy("groupId")
    .orderBy("tagId")
    .execute();
}
