import { type Insertable, type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Derivatives } from "../../../db/types.ts";

export type Derivative = Selectable<Derivatives>;

export async function insertDerivative(db: Db, derivative: Insertable<Derivatives>): Promise<number> {
  const { id } = await db.insertInto("derivatives").values(derivative).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function findDerivative(db: Db, clientId: number, id: number): Promise<Derivative | undefined> {
  return db
    .selectFrom("derivatives")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .where("deletedAt", "is", null)
    .executeTakeFirst();
}

/** Of one webinar, oldest first. */
export async function listEventDerivatives(db: Db, clientId: number, eventId: number): Promise<Derivative[]> {
  return db
    .selectFrom("derivatives")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("sourceEventId", "=", eventId)
    .where("deletedAt", "is", null)
    .orderBy("id")
    .execute();
}

export async function updateDerivative(
  db: Db,
  clientId: number,
  id: number,
  change: { title?: string; text?: string; tags?: string[]; funnelStages?: string[] },
): Promise<void> {
  await db
    .updateTable("derivatives")
    .set({ ...change, modifiedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

export async function markDeleted(db: Db, clientId: number, id: number): Promise<void> {
  await db
    .updateTable("derivatives")
    .set({ deletedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

/** A derivative as the Media Manager lists it. */
export type ListedDerivative = Omit<Derivative, "text"> & {
  text?: string;
  sourceTitle: string;
  /** Of its content; a part of the nurture page's address. */
  contentKey: string | null;
  thumbnailKey: string | null;
  places: { hubId: number; slug: string }[];
};

// Hubs that visitors can see it in; the picture is the first that one of them gives it.
const selection = sql`
  d.client_id, d.id, d.kind, d.source_event_id, d.title, d.state, d.tags, d.funnel_stages, d.content_id, d.created_by,
  d.created_at, e.title as source_title, c.audience_key as content_key,
  coalesce((select json_agg(json_build_object('hubId', h.hub_id, 'slug', s.slug) order by h.hub_id)
    from hub_contents h join hub_settings s on s.client_id = h.client_id and s.hub_id = h.hub_id
    join events g on g.client_id = h.client_id and g.id = h.hub_id and g.deleted_at is null and g.is_active
    where h.client_id = d.client_id and h.content_id = d.content_id and h.published_at is not null
      and c.deleted_at is null and c.is_active), '[]') as places,
  (select f.key from hub_contents h
    join files f on f.client_id = h.client_id and f.id = h.thumbnail_file_id and f.state = 'stored'
    where h.client_id = d.client_id and h.content_id = d.content_id and h.removed_at is null
    order by h.hub_id limit 1) as thumbnail_key`;
const tables = sql`
  derivatives d join events e on e.client_id = d.client_id and e.id = d.source_event_id
  left join events c on c.client_id = d.client_id and c.id = d.content_id`;

function ready(clientId: number) {
  return sql<SqlBool>`d.client_id = ${clientId} and d.state = 'ready' and d.deleted_at is null`;
}

interface Window {
  from?: Date;
  to?: Date;
}

function within({ from, to }: Window) {
  return sql`${from ? sql`and d.created_at >= ${from}` : sql``} ${to ? sql`and d.created_at <= ${to}` : sql``}`;
}

export async function countReady(db: Db, clientId: number, window: Window): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from derivatives d where ${ready(clientId)} ${within(window)}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** By the time they were made, then by id. */
export async function listReady(
  db: Db,
  clientId: number,
  window: Window,
  page: { limit: number; offset: number },
): Promise<ListedDerivative[]> {
  const { rows } = await sql<ListedDerivative>`
    select ${selection} from ${tables} where ${ready(clientId)} ${within(window)}
    order by d.created_at, d.id limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

/** With its text. */
export async function findReady(
  db: Db,
  clientId: number,
  id: number,
): Promise<(ListedDerivative & { text: string }) | undefined> {
  const { rows } = await sql<ListedDerivative & { text: string }>`
    select ${selection}, d.text from ${tables} where ${ready(clientId)} and d.id = ${id}`.execute(db);
  return rows[0];
}

/** The nurture page at an address that only those know who were given it. */
export async function findNurturePage(db: Db, contentId: number, key: string, now: Date) {
  return db
    .selectFrom("events as e")
    .innerJoin("derivatives as d", (join) =>
      join.onRef("d.clientId", "=", "e.clientId").onRef("d.contentId", "=", "e.id"),
    )
    .innerJoin("clients as c", "c.id", "e.clientId")
    .select(["d.title", "d.text", "e.languageCode", "e.id"])
    .where("e.id", "=", contentId)
    .where("e.audienceKey", "=", key)
    .where("e.deletedAt", "is", null)
    .where("e.isActive", "=", true)
    .where("d.kind", "=", "nurture-page")
    .where("d.deletedAt", "is", null)
    .where("c.isActive", "=", true)
    .where((is) => is.or([is("c.contractEndsAt", "is", null), is("c.contractEndsAt", ">", now)]))
    .executeTakeFirst();
}

/** Takes a derivative's content away: out of every hub, and as an event. */
export async function removeContent(db: Db, clientId: number, contentId: number): Promise<void> {
  await db
    .updateTable("hubContents")
    .set({ publishedAt: null, removedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("contentId", "=", contentId)
    .execute();
  await db
    .updateTable("events")
    .set({ deletedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", contentId)
    .execute();
}
