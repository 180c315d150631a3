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
