import { type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { HubCategories, HubFilters } from "../../../db/types.ts";

export interface Hub {
  clientId: number;
  id: number;
  title: string;
  abstract: string | null;
  slug: string;
  contentType: string;
  languageCode: string;
  isActive: boolean;
  viewers: number;
  createdAt: Date;
  modifiedAt: Date;
}

function selectHubs(db: Db) {
  return db
    .selectFrom("hubSettings as s")
    .innerJoin("events as e", (join) => join.onRef("e.clientId", "=", "s.clientId").onRef("e.id", "=", "s.hubId"))
    .select(["e.clientId", "e.id", "e.title", "e.abstract", "s.slug", "e.contentType", "e.languageCode", "e.isActive"])
    .select(["s.viewers", "e.createdAt", "e.modifiedAt"])
    .where("e.deletedAt", "is", null);
}

export async function findHub(db: Db, clientId: number, id: number): Promise<Hub | undefined> {
  return selectHubs(db).where("s.clientId", "=", clientId).where("s.hubId", "=", id).executeTakeFirst();
}

/** The hub that visitors may see under an address: active, and of a client whose account is open. */
export async function findOpenHub(db: Db, slug: string, now: Date): Promise<Hub | undefined> {
  return selectHubs(db)
    .innerJoin("clients as c", "c.id", "s.clientId")
    .where("s.slug", "=", slug)
    .where("e.isActive", "=", true)
    .where("c.isActive", "=", true)
    .where((is) => is.or([is("c.contractEndsAt", "is", null), is("c.contractEndsAt", ">", now)]))
    .executeTakeFirst();
}

export async function listHubs(db: Db, clientId: number): Promise<Hub[]> {
  return selectHubs(db).where("s.clientId", "=", clientId).orderBy("s.hubId").execute();
}

/** Answers whether the slug was free. */
export async function insertHubSettings(db: Db, clientId: number, hubId: number, slug: string): Promise<boolean> {
  const inserted = await db
    .insertInto("hubSettings")
    .values({ clientId, hubId, slug })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returning("hubId")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Serialises the changes of a hub's contents; answers whether there is such a hub. */
export async function lockHub(db: Db, clientId: number, hubId: number): Promise<boolean> {
  const { rows } = await sql`
    select from hub_settings s join events e on e.client_id = s.client_id and e.id = s.hub_id
    where s.client_id = ${clientId} and s.hub_id = ${hubId} and e.deleted_at is null for update of s`.execute(db);
  return rows.length > 0;
}

export async function findSlugOwner(db: Db, slug: string): Promise<{ clientId: number; hubId: number } | undefined> {
  return db.selectFrom("hubSettings").select(["clientId", "hubId"]).where("slug", "=", slug).executeTakeFirst();
}

export async function updateSlug(db: Db, clientId: number, hubId: number, slug: string): Promise<void> {
  await db
    .updateTable("hubSettings")
    .set({ slug })
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .execute();
}

/** What hubs and content have of an event's fields. */
export async function updateEventTexts(
  db: Db,
  clientId: number,
  id: number,
  texts: { title?: string; abstract?: string; funnelStages?: string[] },
): Promise<void> {
  await db
    .updateTable("events")
    .set({ ...texts, modifiedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

export async function listCategories(db: Db, clientId: number, hubId: number): Promise<Selectable<HubCategories>[]> {
  return db
    .selectFrom("hubCategories")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export async function listFilters(db: Db, clientId: number, hubId: number): Promise<Selectable<HubFilters>[]> {
  return db
    .selectFrom("hubFilters")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** A group of filters as people see it: its name, and its filters in order. */
export function groupFilters<Filter extends { groupName: string }>(
  filters: readonly Filter[],
): { name: string; filters: Filter[] }[] {
  const groups = new Map<string, Filter[]>();
  for (const filter of filters) groups.set(filter.groupName, [...(groups.get(filter.groupName) ?? []), filter]);
  return [...groups].map(([name, members]) => ({ name, filters: members }));
}
