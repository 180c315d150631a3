import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";

/** Contacts, profiles and tags of a demo account. */
export async function insertAccountLists(db: Db, clientId: number): Promise<void> {
  const contacts = [
    ["account-manager", "Avery", "Account", "415-555-0101"],
    ["event-manager", "Emery", "Events", "415-555-0102"],
    ["sales", "Sasha", "Sales", "415-555-0103"],
    ["signal", "Sidney", "Signal", "415-555-0104"],
    ["technical", "Taylor", "Technical", "415-555-0105"],
  ] as const;
  await db
    .insertInto("contacts")
    .values(
      contacts.map(([role, firstName, lastName, primaryPhone]) => {
        const email = `${firstName.toLowerCase()}@example.com`;
        return { clientId, role, firstName, lastName, email, primaryPhone };
      }),
    )
    .execute();
  await db.insertInto("eventProfiles").values({ clientId, name: "Standard Profile" }).execute();
  const group = await db
    .insertInto("accountTagGroups")
    .values({ clientId, name: "Region" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const names = ["Americas", "EMEA", "Asia Pacific"];
  await db
    .insertInto("accountTags")
    .values(names.map((name) => ({ clientId, groupId: group.id, name })))
    .execute();
}

export async function listTagIds(db: Db, clientId: number): Promise<number[]> {
  const tags = await db.selectFrom("accountTags").select("id").where("clientId", "=", clientId).execute();
  return tags.map(({ id }) => id);
}

/** Whether anybody is registered with a client, or with one above, below or beside it. */
export async function hasPeopleNearby(db: Db, clientId: number): Promise<boolean> {
  const { rows } = await sql`
    select from clients own join clients c on c.path[1] = own.path[1]
    where own.id = ${clientId} and exists (select from registrants r where r.client_id = c.id) limit 1`.execute(db);
  return rows.length > 0;
}
