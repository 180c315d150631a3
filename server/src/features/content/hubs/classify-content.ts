import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { sanitiseHtml } from "../../../lib/safe-html.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { hubChanges } from "./changes.ts";
import { findContent, type HubContent } from "./content-queries.ts";
import { contentKinds } from "./content-types.ts";
import { updateContentText, updateHubContent } from "./content-writes.ts";
import { listCategories, listFilters, lockHub, updateEventTexts } from "./queries.ts";

/** How a hub sorts a content; what is left out stays. */
export interface Classification {
  tags?: string[];
  /** Of the content itself, so in every hub. */
  funnelStages?: string[];
  categoryIds?: number[];
  filterIds?: number[];
}

export interface ContentTexts {
  title?: string;
  abstract?: string;
  /** HTML of an article. */
  text?: string;
}

/** Changes how a content is sorted, and the texts of what is no webinar. */
export async function editContent(
  db: Db,
  clientId: number,
  hubId: number,
  contentId: number,
  { title, abstract, text, ...classification }: Classification & ContentTexts,
  author: Author,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockHub(tx, clientId, hubId))) fail("hub.unknown", { hubId });
    const content = await findContent(tx, clientId, hubId, contentId);
    if (!content) fail("content.unknown", { contentId });
    const texts = { ...(title !== undefined && { title }), ...(abstract !== undefined && { abstract }) };
    checkTexts(content, { ...texts, ...(text !== undefined && { text }) });
    if (Object.keys(texts).length > 0) await updateEventTexts(tx, clientId, contentId, texts);
    if (text !== undefined) await updateContentText(tx, clientId, contentId, sanitiseHtml(text));
    await classify(tx, clientId, hubId, contentId, classification);
    await hubChanges.record(tx, "hub-content.updated", {
      clientId,
      eventId: hubId,
      subjectId: contentId,
      actor: author.actor,
    });
  });
}

function checkTexts(content: HubContent, texts: ContentTexts): void {
  const refuse = (reason: string) => fail("content.unsuitable", { reason });
  if (Object.keys(texts).length === 0) return;
  if (!(contentKinds as readonly string[]).includes(content.contentType))
    refuse("The texts of a webinar are changed with the webinar.");
  if (content.derivativeId !== null) refuse("The texts of derivative content are changed in the Media Manager.");
  if (texts.text !== undefined && content.contentType !== "article") refuse("Only articles have a text.");
}

/** Within a transaction that holds the hub. Refuses categories and filters that the hub does not have. */
export async function classify(
  tx: Db,
  clientId: number,
  hubId: number,
  contentId: number,
  { tags, funnelStages, categoryIds, filterIds }: Classification,
): Promise<void> {
  if (categoryIds) refuseStrangers("category", categoryIds, await listCategories(tx, clientId, hubId));
  if (filterIds) refuseStrangers("filter", filterIds, await listFilters(tx, clientId, hubId));
  const change = {
    ...(tags && { tags: [...new Set(tags)] }),
    ...(categoryIds && { categoryIds: [...new Set(categoryIds)] }),
    ...(filterIds && { filterIds: [...new Set(filterIds)] }),
  };
  if (Object.keys(change).length > 0) await updateHubContent(tx, clientId, hubId, contentId, change);
  if (funnelStages) await updateEventTexts(tx, clientId, contentId, { funnelStages: [...new Set(funnelStages)] });
}

function refuseStrangers(what: string, ids: readonly number[], known: readonly { id: number }[]): void {
  const stranger = ids.find((id) => !known.some((one) => one.id === id));
  if (stranger !== undefined) fail("body.invalid", { faults: `The hub has no ${what} with the id ${stranger}.` });
}
