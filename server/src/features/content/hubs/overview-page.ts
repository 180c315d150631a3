import { directionOf } from "@lectern/texts/languages";
import type { Selectable } from "kysely";
import type { HubCategories, HubFilters } from "../../../db/types.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { cutText } from "../../../lib/cut-text.ts";
import type { Words } from "../../webinars/events/words.ts";
import { gatewayPath, thumbnailPath } from "./addresses.ts";
import type { HubContent } from "./content-queries.ts";
import { contentWord } from "./content-words.ts";
import { groupFilters, type Hub } from "./queries.ts";

/** What a visitor has narrowed the contents down to. */
export interface Choice {
  categoryId?: number;
  filterIds: readonly number[];
  /** From 1. */
  pageNumber: number;
}

export interface Overview {
  hub: Hub;
  categories: readonly Selectable<HubCategories>[];
  filters: readonly Selectable<HubFilters>[];
  contents: readonly Omit<HubContent, "text">[];
  total: number;
  pageCount: number;
  choice: Choice;
  words: Words;
}

/** A hub: its contents as cards, to be narrowed down by links and a plain form. */
export function overviewPage(overview: Overview): string {
  const { hub, total, choice, words } = overview;
  const isNarrowed = choice.categoryId !== undefined || choice.filterIds.length > 0;
  return page({
    title: hub.title,
    lang: words.locale,
    ...(hub.abstract !== null && { description: hub.abstract }),
    isWide: true,
    isIndexed: true,
    body: html`<div class="stack loose">
<header class="stack tight"${inLanguage(hub.languageCode)}>
<h1>${hub.title}</h1>
${hub.abstract !== null && html`<p class="lead">${hub.abstract}</p>`}
</header>
${categoryLinks(overview)}
${filterForm(overview)}
<section class="stack" aria-labelledby="contents">
<h2 id="contents">${words.say("hubs:items", { count: total })}</h2>
${overview.contents.length > 0 ? cards(overview) : emptiness(overview, isNarrowed)}
</section>
${pageLinks(overview)}
</div>`,
  });
}

export function inLanguage(languageCode: string): Html {
  return html` lang="${languageCode}" dir="${directionOf(languageCode)}"`;
}

function addressOf(hub: Hub, { categoryId, filterIds, pageNumber }: Choice): string {
  const query = new URLSearchParams();
  if (categoryId !== undefined) query.set("category", String(categoryId));
  for (const id of filterIds) query.append("filter", String(id));
  if (pageNumber > 1) query.set("page", String(pageNumber));
  return gatewayPath(hub.slug, hub.id) + (query.size > 0 ? `?${query}` : "");
}

function categoryLinks({ hub, categories, choice, words: { say } }: Overview): Html | false {
  if (categories.length === 0) return false;
  const link = (name: string, categoryId: number | undefined) => {
    const { categoryId: _, ...rest } = choice;
    const address = addressOf(hub, { ...rest, pageNumber: 1, ...(categoryId !== undefined && { categoryId }) });
    const isCurrent = choice.categoryId === categoryId;
    return html`<li><a class="button${isCurrent ? "" : " second"}" href="${address}"${isCurrent && html` aria-current="page"`}>${name}</a></li>\n`;
  };
  return html`<nav aria-label="${say("hubs:categories")}"><ul class="row plain">
${link(say("hubs:all"), undefined)}${categories.map(({ id, name }) => link(name, id))}</ul></nav>`;
}

function filterForm({ hub, filters, choice, words: { say } }: Overview): Html | false {
  if (filters.length === 0) return false;
  const box = ({ id, name }: { id: number; name: string }) => {
    const isChosen = choice.filterIds.includes(id);
    return html`<label class="choice"><input type="checkbox" name="filter" value="${id}"${isChosen && html` checked`}> ${name}</label>\n`;
  };
  return html`<form method="get" action="${gatewayPath(hub.slug, hub.id)}" class="card stack">
${choice.categoryId !== undefined && html`<input type="hidden" name="category" value="${choice.categoryId}">`}
<div class="grid">
${groupFilters(filters).map((group) => html`<fieldset><legend>${group.name}</legend>${group.filters.map(box)}</fieldset>\n`)}</div>
<div class="row"><button class="button">${say("hubs:show")}</button>
${choice.filterIds.length > 0 && html`<a href="${addressOf(hub, { ...choice, filterIds: [], pageNumber: 1 })}">${say("hubs:clearFilters")}</a>`}
</div>
</form>`;
}

function cards({ hub, contents, words }: Overview): Html {
  return html`<ul class="grid plain">
${contents.map(
  (
    content,
  ) => html`<li><a class="card hub-card stack tight" href="${gatewayPath(hub.slug, content.contentId)}"${inLanguage(content.languageCode)}>
${content.thumbnailKey !== null && html`<img src="${thumbnailPath(content.thumbnailKey)}" alt="" loading="lazy">`}
<span class="eyebrow"${inLanguage(words.locale)}>${contentWord(content.contentType, words.say)}</span>
<strong>${content.title}</strong>
${content.abstract !== null && html`<span class="quiet small">${shortened(content.abstract)}</span>`}
</a></li>\n`,
)}</ul>`;
}

const MAX_ABSTRACT = 160;

function shortened(text: string): string {
  const beginning = cutText(text, MAX_ABSTRACT);
  return beginning === text ? text : `${beginning.trimEnd()}…`;
}

function emptiness({ hub, words: { say } }: Overview, isNarrowed: boolean): Html {
  return isNarrowed
    ? html`<p class="empty">${say("hubs:nothingMatches")} <a href="${gatewayPath(hub.slug, hub.id)}">${say("hubs:showEverything")}</a></p>`
    : html`<p class="empty">${say("hubs:nothingYet")}</p>`;
}

function pageLinks({ hub, choice, pageCount, words: { say } }: Overview): Html | false {
  if (pageCount <= 1) return false;
  const { pageNumber } = choice;
  const link = (text: string, to: number) =>
    to >= 1 &&
    to <= pageCount &&
    html`<a class="button second" href="${addressOf(hub, { ...choice, pageNumber: to })}">${text}</a>`;
  return html`<nav class="row" aria-label="${say("hubs:pages")}">
${link(say("hubs:previous"), pageNumber - 1)}
<span>${say("hubs:page", { page: pageNumber, pages: pageCount })}</span>
${link(say("hubs:next"), pageNumber + 1)}
</nav>`;
}
