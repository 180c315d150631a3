import type { Selectable } from "kysely";
import type { Static } from "typebox";
import type { HubCategories, HubFilters, HubReactions } from "../../../db/types.ts";
import { gatewayPath, thumbnailPath } from "./addresses.ts";
import type { HubContent } from "./content-queries.ts";
import { groupFilters, type Hub } from "./queries.ts";
import type { Comment, ContentAnswer, HubAnswer, HubDetail } from "./schema.ts";

export function presentHub(hub: Hub, publicUrl: string): Static<typeof HubAnswer> {
  return {
    id: hub.id,
    kind: hub.contentType === "experience" ? "experience" : "hub",
    title: hub.title,
    ...(hub.abstract !== null && { abstract: hub.abstract }),
    slug: hub.slug,
    languageCode: hub.languageCode,
    url: publicUrl + gatewayPath(hub.slug, hub.id),
    isActive: hub.isActive,
    createdAt: hub.createdAt.toISOString(),
    modifiedAt: hub.modifiedAt.toISOString(),
  };
}

export function presentHubDetail(
  hub: Hub,
  categories: readonly Selectable<HubCategories>[],
  filters: readonly Selectable<HubFilters>[],
  publicUrl: string,
): Static<typeof HubDetail> {
  const named = ({ id, name }: { id: number; name: string }) => ({ id, name });
  return {
    ...presentHub(hub, publicUrl),
    categories: categories.map(named),
    filterGroups: groupFilters(filters).map((group) => ({ name: group.name, filters: group.filters.map(named) })),
  };
}

export function presentContent(
  content: Omit<HubContent, "text"> & { text?: string | null },
  hub: Hub,
  publicUrl: string,
): Static<typeof ContentAnswer> {
  return {
    contentId: content.contentId,
    title: content.title,
    ...(content.abstract !== null && { abstract: content.abstract }),
    contentType: content.contentType,
    url: publicUrl + gatewayPath(hub.slug, content.contentId),
    ...(content.publishedAt && { publishedAt: content.publishedAt.toISOString() }),
    ...(content.thumbnailKey !== null && { thumbnail: publicUrl + thumbnailPath(content.thumbnailKey) }),
    tags: content.tags,
    funnelStages: content.funnelStages,
    categoryIds: content.categoryIds,
    filterIds: content.filterIds,
    ...(content.mediaId !== null && { mediaId: content.mediaId }),
    ...(content.url !== null && { webAddress: content.url }),
    ...(content.derivativeId !== null && { derivativeId: content.derivativeId }),
    ...(content.text && { text: content.text }),
  };
}

export function presentComment({
  happenedAt,
  text,
  ...comment
}: Pick<Selectable<HubReactions>, "id" | "visitorId" | "text" | "happenedAt">): Static<typeof Comment> {
  return { ...comment, text: text ?? "", happenedAt: happenedAt.toISOString() };
}
