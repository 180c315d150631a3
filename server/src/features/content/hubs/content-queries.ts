import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Contents, HubContents } from "../../../db/types.ts";

/** A content as a hub shows it: its place there, its event, and what it is made of. */
export type HubContent = Selectable<HubContents> &
  Pick<Selectable<Contents>, "url" | "text"> & {
    title: string;
    abstract: string | null;
    contentType: string;
    campaignCode: string | null;
    funnelStages: string[];
    languageCode: string;
    audienceKey: string;
    liveStartsAt: Date;
    liveEndsAt: Date;
    archiveStartsAt: Date;
    archiveEndsAt: Date;
    isActive: boolean;
    mediaId: number | null;
    derivativeId: number | null;
    /** Key in the address of the file. */
    thumbnailKey: string | null;
  };

/** Pictures: what a producer has chosen, or the one made of the video or the document. */
const selection = sql`
  h.*, e.title, e.abstract, e.content_type, e.campaign_code, e.funnel_stages, e.language_code, e.audience_key, e.is_active,
  e.live_starts_at, e.live_ends_at, e.archive_starts_at, e.archive_ends_at, c.media_id, c.url, c.derivative_id,
  f.key as thumbnail_key`;
const tables = sql`
  hub_contents h
  join events e on e.client_id = h.client_id and e.id = h.content_id
  left join contents c on c.client_id = h.client_id and c.event_id = h.content_id
  left join media m on m.client_id = h.client_id and m.id = c.media_id
  left join files f on f.client_id = h.client_id and f.id = coalesce(h.thumbnail_file_id, m.poster_file_id)
    and f.state = 'stored'`;

export interface ContentFilter {
  isPublished?: boolean;
  contentId?: number;
  categoryId?: number;
  /** One of each of these. */
  filterIdsByGroup?: readonly number[][];
  /** Leaves out what is tagged APIEXCLUDE. */
  isApi?: boolean;
}

function matching(clientId: number, hubId: number, filter: ContentFilter): RawBuilder<SqlBool> {
  const { isPublished, contentId, categoryId, filterIdsByGroup = [], isApi } = filter;
  const conditions = [
    sql`h.client_id = ${clientId} and h.hub_id = ${hubId} and h.removed_at is null and e.deleted_at is null`,
    ...(isPublished ? [sql`h.published_at is not null and e.is_active`] : []),
    ...(isApi ? [sql`not e.is_api_excluded`] : []),
    ...(contentId === undefined ? [] : [sql`h.content_id = ${contentId}`]),
    ...(categoryId === undefined ? [] : [sql`h.category_ids @> array[${categoryId}::bigint]`]),
    ...filterIdsByGroup.map((ids) => sql`h.filter_ids && ${ids}::bigint[]`),
  ];
  return sql`${sql.join(conditions, sql` and `)}`;
}

/** In the hub's order; the text of articles is left out. */
export async function listContents(
  db: Db,
  clientId: number,
  hubId: number,
  filter: ContentFilter = {},
  page: { limit?: number; offset?: number } = {},
): Promise<Omit<HubContent, "text">[]> {
  const { rows } = await sql<Omit<HubContent, "text">>`
    select ${selection} from ${tables} where ${matching(clientId, hubId, filter)}
    order by h.position, h.content_id limit ${page.limit ?? null} offset ${page.offset ?? 0}`.execute(db);
  return rows;
}

export async function countContents(db: Db, clientId: number, hubId: number, filter: ContentFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${tables} where ${matching(clientId, hubId, filter)}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** With its text, which may be that of a derivative. */
export async function findContent(
  db: Db,
  clientId: number,
  hubId: number,
  contentId: number,
  filter: ContentFilter = {},
): Promise<HubContent | undefined> {
  const { rows } = await sql<HubContent>`
    select ${selection}, coalesce(d.text, c.text) as text from ${tables}
    left join derivatives d on d.client_id = c.client_id and d.id = c.derivative_id
    where ${matching(clientId, hubId, { ...filter, contentId })}`.execute(db);
  return rows[0];
}

/** The content's upload, in what forms there are. */
export interface ContentMedia {
  state: string;
  fileKey: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  streamKey: string | null;
  streamName: string | null;
  posterKey: string | null;
}

export async function findContentMedia(db: Db, clientId: number, mediaId: number): Promise<ContentMedia | undefined> {
  return db
    .selectFrom("media as m")
    .innerJoin("files as f", (join) => join.onRef("f.clientId", "=", "m.clientId").onRef("f.id", "=", "m.fileId"))
    .leftJoin("files as s", (join) => join.onRef("s.clientId", "=", "m.clientId").onRef("s.id", "=", "m.streamFileId"))
    .leftJoin("files as p", (join) => join.onRef("p.clientId", "=", "m.clientId").onRef("p.id", "=", "m.posterFileId"))
    .select(["m.state", "f.key as fileKey", "f.name as fileName", "f.mediaType", "f.byteSize"])
    .select(["s.key as streamKey", "s.name as streamName", "p.key as posterKey"])
    .where("m.clientId", "=", clientId)
    .where("m.id", "=", mediaId)
    .where("m.deletedAt", "is", null)
    .executeTakeFirst();
}

/** What has been on the hub: also what was taken off since, because its figures stay. In the hub's order. */
export async function listActivity(db: Db, clientId: number, hubId: number) {
  return db
    .selectFrom("hubContents as h")
    .innerJoin("events as e", (join) => join.onRef("e.clientId", "=", "h.clientId").onRef("e.id", "=", "h.contentId"))
    .selectAll("h")
    .select(["e.title", "e.contentType"])
    .where("h.clientId", "=", clientId)
    .where("h.hubId", "=", hubId)
    .where("e.deletedAt", "is", null)
    .where((is) =>
      is.or([is("h.views", ">", 0), is.and([is("h.publishedAt", "is not", null), is("h.removedAt", "is", null)])]),
    )
    .orderBy("h.position")
    .orderBy("h.contentId")
    .execute();
}

export async function listComments(db: Db, clientId: number, hubId: number, contentId: number) {
  return db
    .selectFrom("hubReactions")
    .select(["id", "visitorId", "text", "happenedAt"])
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .where("contentId", "=", contentId)
    .where("kind", "=", "comment")
    .orderBy("id")
    .execute();
}
