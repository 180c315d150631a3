import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { many, one } from "../../../http/forms.ts";
import type { Limits } from "../../../http/limits/limits.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import { readId } from "../../../lib/read-id.ts";
import { listCaptions } from "../../webinars/captions/queries.ts";
import { type Words, wordsFor } from "../../webinars/events/words.ts";
import { findOpinion } from "./activity-queries.ts";
import { gatewayPath } from "./addresses.ts";
import { contentPage } from "./content-page.ts";
import { countContents, findContentMedia, listContents } from "./content-queries.ts";
import { type ContentAddress, getContent, getHub } from "./open-content.ts";
import { type Choice, overviewPage } from "./overview-page.ts";
import { groupFilters, type Hub, listCategories, listFilters } from "./queries.ts";
import { recordView } from "./record-activity.ts";
import { sendDocument } from "./send-document.ts";
import { greetVisitor, isPersonLooking } from "./visitor.ts";

export interface HubPageDeps {
  db: Kysely<Database>;
  files: FileStore;
  limits: Limits;
  publicUrl: string;
  now(): Date;
}

const CARDS = 24;

/** What visitors see of hubs; needs no script save for the viewing time. */
export function hubPages(pages: Pages, deps: HubPageDeps): void {
  pages.get("/wcc/gateway/:slug", async (visit) => {
    const hub = await getHub(deps, visit.params.slug);
    return visit.open().redirect(gatewayPath(hub.slug, hub.id));
  });
  pages.get("/wcc/gateway/:slug/:id", (visit) => showPage(deps, visit));
  pages.get("/wcc/gateway/:slug/:id/document", async (visit) => {
    const { content } = await getContent(deps, visit.params);
    return sendDocument(deps, visit, content, "inline");
  });
}

async function showPage(deps: HubPageDeps, visit: Visit<ContentAddress>) {
  const { params, request, reply, query } = visit;
  const hub = await getHub(deps, params.slug);
  if (params.id === String(hub.id)) return visit.show(await readOverview(deps, hub, visit), { isOpen: true });
  const { content } = await getContent(deps, params);
  const { db, limits, publicUrl, now } = deps;
  const place = { clientId: hub.clientId, hubId: hub.id, contentId: content.contentId };
  const visitorId = isPersonLooking(request) ? greetVisitor(request, reply, publicUrl) : undefined;
  if (visitorId !== undefined) {
    await limits.enter("reactions", { request });
    await recordView(db, place, visitorId, now());
  }
  const opinion = visitorId === undefined ? undefined : await findOpinion(db, place, visitorId);
  const media = content.mediaId === null ? undefined : await findContentMedia(db, hub.clientId, content.mediaId);
  const captions = media ? await listCaptions(db, hub.clientId, content.contentId) : [];
  const done = one(query, "done");
  const view = { hub, content, media, captions, opinion, done, publicUrl, words: wordsOf(visit, hub) };
  return visit.show(contentPage(view), { isOpen: true });
}

/** What the visitor's browser asks for, otherwise the hub's language. */
function wordsOf({ request }: Visit, { languageCode }: Hub): Words {
  return wordsFor({ acceptLanguage: request.headers["accept-language"] }, { languageCode, countryCode: null });
}

async function readOverview({ db }: HubPageDeps, hub: Hub, visit: Visit): Promise<string> {
  const { query } = visit;
  const categories = await listCategories(db, hub.clientId, hub.id);
  const filters = await listFilters(db, hub.clientId, hub.id);
  const category = categories.find(({ id }) => String(id) === one(query, "category"));
  const chosen = filters.filter(({ id }) => many(query, "filter").includes(String(id)));
  const filter = {
    isPublished: true,
    ...(category && { categoryId: category.id }),
    filterIdsByGroup: groupFilters(chosen).map((group) => group.filters.map(({ id }) => id)),
  };
  const total = await countContents(db, hub.clientId, hub.id, filter);
  const pageCount = Math.max(1, Math.ceil(total / CARDS));
  const pageNumber = Math.min(Math.max(readId(one(query, "page")) ?? 1, 1), pageCount);
  const cut = { limit: CARDS, offset: (pageNumber - 1) * CARDS };
  const contents = await listContents(db, hub.clientId, hub.id, filter, cut);
  const choice: Choice = {
    filterIds: chosen.map(({ id }) => id),
    pageNumber,
    ...(category && { categoryId: category.id }),
  };
  return overviewPage({ hub, categories, filters, contents, total, pageCount, choice, words: wordsOf(visit, hub) });
}
