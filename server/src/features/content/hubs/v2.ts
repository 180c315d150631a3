import type { Selectable } from "kysely";
import type { Static } from "typebox";
import type { Db } from "../../../db/database.ts";
import type { HubCategories, HubFilters } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { gatewayPath, thumbnailPath } from "./addresses.ts";
import { type HubContent, listActivity, listContents } from "./content-queries.ts";
import { publishedWord } from "./content-words.ts";
import { findHub, groupFilters, type Hub, listCategories, listFilters } from "./queries.ts";
import { ContentActivity, GatewayContents } from "./v2-schema.ts";

export function hubOperations(v2: V2, { db, publicUrl }: { db: Db; publicUrl: string }): void {
  v2.operation("ContentListings.EngagementHubContentListing", {
    answer: GatewayContents,
    handle: async ({ client, params }) => {
      const hub = await getGateway(db, client.id, params.gatewayId ?? "");
      const categories = await listCategories(db, client.id, hub.id);
      const filters = await listFilters(db, client.id, hub.id);
      const contents = await listContents(db, client.id, hub.id, { isPublished: true, isApi: true });
      return {
        gatewayid: hub.id,
        contents: contents.map((content) => presentListed(content, { hub, categories, filters, publicUrl })),
      };
    },
  });

  v2.eventOperation("AnalyticsEventLevel.EngagementHubContentActivity", {
    answer: ContentActivity,
    handle: async ({ client, event }) => {
      const hub = (await findHub(db, client.id, event.id)) ?? fail("event.unknown", { eventId: event.id });
      const contents = await listActivity(db, client.id, hub.id);
      return {
        eventid: hub.id,
        clientid: hub.clientId,
        description: hub.title,
        totalcontentviews: contents.reduce((sum, { views }) => sum + views, 0),
        contentviewers: hub.viewers,
        contents: contents.map(presentActivity),
      };
    },
  });
}

/** An Engagement Hub that is there for visitors: no refusal is published for one that is not active. */
async function getGateway(db: Db, clientId: number, idText: string): Promise<Hub> {
  const hub = /^\d{1,15}$/.test(idText) ? await findHub(db, clientId, Number(idText)) : undefined;
  if (hub?.contentType !== "gateway" || !hub.isActive) fail("hub.unknown", { hubId: idText });
  return hub;
}

interface Surroundings {
  hub: Hub;
  categories: readonly Selectable<HubCategories>[];
  filters: readonly Selectable<HubFilters>[];
  publicUrl: string;
}

type Listed = Static<typeof GatewayContents>["contents"][number];

function presentListed(content: Omit<HubContent, "text">, around: Surroundings): Listed {
  const named = (name: string) => ({ name });
  const own = around.filters.filter(({ id }) => content.filterIds.includes(id));
  return {
    contentid: content.contentId,
    title: content.title,
    ...(content.abstract !== null && { abstract: content.abstract }),
    ...(content.campaignCode !== null && { campaigncode: content.campaignCode }),
    categories: around.categories.filter(({ id }) => content.categoryIds.includes(id)).map(({ name }) => ({ name })),
    tags: content.tags.map(named),
    funnelstages: content.funnelStages.map(named),
    filtergroups: groupFilters(own).map((group) => ({
      name: group.name,
      filters: group.filters.map(({ name }) => ({ name })),
    })),
    ...(content.thumbnailKey !== null && { thumbnail: around.publicUrl + thumbnailPath(content.thumbnailKey) }),
    contenttype: content.contentType,
    url: around.publicUrl + gatewayPath(around.hub.slug, content.contentId),
    livestart: formatPacific(content.liveStartsAt),
    liveend: formatPacific(content.liveEndsAt),
    archivestart: formatPacific(content.archiveStartsAt),
    archiveend: formatPacific(content.archiveEndsAt),
  };
}

type Activity = Static<typeof ContentActivity>["contents"][number];

function presentActivity(content: Awaited<ReturnType<typeof listActivity>>[number]): Activity {
  const minutes = content.viewingSeconds / 60;
  return {
    eventid: content.contentId,
    clientid: content.clientId,
    description: content.title,
    contenttype: publishedWord(content.contentType),
    totalviews: content.views,
    uniqueviewers: content.viewers,
    // Minutes, like every duration of the lists; more than none counts as one.
    ...(content.contentType !== "webpage" && {
      totalviewingduration: minutes > 0 ? Math.max(1, Math.round(minutes)) : 0,
      averageviewingduration: content.viewers > 0 ? Math.round((minutes / content.viewers) * 10) / 10 : 0,
    }),
    ...(content.contentType === "pdf" && { downloads: content.downloads }),
    likes: content.likes,
    dislikes: content.dislikes,
    comments: content.comments,
    shares: content.shares,
  };
}
