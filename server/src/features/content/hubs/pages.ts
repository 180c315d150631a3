import { create as contentDisposition } from "content-disposition";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail, type Refusal } from "../../../errors.ts";
import { html } from "../../../http/pages/html.ts";
import { page, sendPage } from "../../../http/pages/layout.ts";
import { siteOf } from "../../../http/pages/own-site.ts";
import { refusalOf } from "../../../http/refusal-of.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import { CONTENT } from "../../base/files/save-file.ts";
import { listCaptions } from "../../webinars/captions/queries.ts";
import { type Words, wordsFor } from "../../webinars/events/words.ts";
import { gatewayPath } from "./addresses.ts";
import { contentPage, MAX_COMMENT } from "./content-page.ts";
import { countContents, findContent, findContentMedia, type HubContent, listContents } from "./content-queries.ts";
import { isTimed } from "./content-types.ts";
import { type Choice, overviewPage } from "./overview-page.ts";
import { findOpenHub, groupFilters, type Hub, listCategories, listFilters } from "./queries.ts";
import { recordOpinion, recordReaction, recordSeconds, recordView } from "./record-visit.ts";
import { findOpinion } from "./visit-queries.ts";
import { findVisitor, greetVisitor, isPersonLooking } from "./visitor.ts";

export interface HubPageDeps {
  db: Kysely<Database>;
  files: FileStore;
  publicUrl: string;
  now(): Date;
}

type Address = { Params: { slug: string; id: string } };
type Action = { Params: { slug: string; id: string; action: string }; Body: URLSearchParams | undefined };

const CARDS = 24;
const MAX_BODY_BYTES = 32 * 1024;
/** A page reports its viewing time every few seconds. */
const MAX_SECONDS = 60;

/** What visitors see of hubs, and what they do there; needs no script save for the viewing time. */
export function hubPages(app: FastifyInstance, deps: HubPageDeps): void {
  app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => sendFault(reply, refusalOf(error, request)));
    scope.addContentTypeParser(
      ["application/x-www-form-urlencoded", "text/plain"],
      { parseAs: "string", bodyLimit: MAX_BODY_BYTES },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    const hide = { schema: { hide: true } };
    scope.get<{ Params: { slug: string } }>("/wcc/gateway/:slug", hide, async (request, reply) => {
      const hub = await getHub(deps, request.params.slug);
      return reply.redirect(gatewayPath(hub.slug, hub.id));
    });
    scope.get<Address>("/wcc/gateway/:slug/:id", hide, (request, reply) => showPage(deps, request, reply));
    scope.get<Address>("/wcc/gateway/:slug/:id/document", hide, async (request, reply) => {
      const { content } = await getContent(deps, request.params);
      return sendDocument(deps, reply, content, "inline");
    });
    scope.post<Action>("/wcc/gateway/:slug/:id/:action", hide, (request, reply) => act(deps, request, reply));
  });
}

async function getHub({ db, now }: HubPageDeps, slug: string): Promise<Hub> {
  return (await findOpenHub(db, slug, now())) ?? fail("http.notFound", { path: "this address" });
}

async function getContent(deps: HubPageDeps, { slug, id }: Address["Params"]) {
  const hub = await getHub(deps, slug);
  const contentId = /^\d{1,15}$/.test(id) ? Number(id) : 0;
  const content = await findContent(deps.db, hub.clientId, hub.id, contentId, { isPublished: true });
  return { hub, content: content ?? fail("http.notFound", { path: "this address" }) };
}

async function showPage(deps: HubPageDeps, request: FastifyRequest<Address>, reply: FastifyReply) {
  const { slug, id } = request.params;
  const hub = await getHub(deps, slug);
  if (id === String(hub.id)) return sendPage(reply, await readOverview(deps, hub, request));
  const { content } = await getContent(deps, request.params);
  const { db, publicUrl, now } = deps;
  const place = { clientId: hub.clientId, hubId: hub.id, contentId: content.contentId };
  const isPerson = isPersonLooking(request);
  const visitorId = isPerson ? greetVisitor(request, reply, publicUrl) : undefined;
  if (visitorId !== undefined) await recordView(db, place, visitorId, now());
  const opinion = visitorId === undefined ? undefined : await findOpinion(db, place, visitorId);
  const media = content.mediaId === null ? undefined : await findContentMedia(db, hub.clientId, content.mediaId);
  const captions = media ? await listCaptions(db, hub.clientId, content.contentId) : [];
  const done = new URL(request.url, "http://any").searchParams.get("done") ?? undefined;
  return sendPage(
    reply,
    contentPage({ hub, content, media, captions, opinion, done, publicUrl, words: wordsOf(request, hub) }),
  );
}

/** What the visitor's browser asks for, otherwise the hub's language. */
function wordsOf({ headers }: FastifyRequest, { languageCode }: Hub): Words {
  return wordsFor({ acceptLanguage: headers["accept-language"] }, { languageCode, countryCode: null });
}

async function readOverview({ db }: HubPageDeps, hub: Hub, request: FastifyRequest): Promise<string> {
  const query = new URL(request.url, "http://any").searchParams;
  const categories = await listCategories(db, hub.clientId, hub.id);
  const filters = await listFilters(db, hub.clientId, hub.id);
  const category = categories.find(({ id }) => String(id) === query.get("category"));
  const chosen = filters.filter(({ id }) => query.getAll("filter").includes(String(id)));
  const filter = {
    isPublished: true,
    ...(category && { categoryId: category.id }),
    filterIdsByGroup: groupFilters(chosen).map((group) => group.filters.map(({ id }) => id)),
  };
  const total = await countContents(db, hub.clientId, hub.id, filter);
  const pageCount = Math.max(1, Math.ceil(total / CARDS));
  const asked = /^\d{1,6}$/.test(query.get("page") ?? "") ? Number(query.get("page")) : 1;
  const pageNumber = Math.min(Math.max(asked, 1), pageCount);
  const cut = { limit: CARDS, offset: (pageNumber - 1) * CARDS };
  const contents = await listContents(db, hub.clientId, hub.id, filter, cut);
  const choice: Choice = {
    filterIds: chosen.map(({ id }) => id),
    pageNumber,
    ...(category && { categoryId: category.id }),
  };
  return overviewPage({ hub, categories, filters, contents, total, pageCount, choice, words: wordsOf(request, hub) });
}

/** What a visitor does. Requests from pages that are not ours are refused, so nobody acts for a visitor. */
async function act(deps: HubPageDeps, request: FastifyRequest<Action>, reply: FastifyReply) {
  const { db, publicUrl, now } = deps;
  // Without a word of where it comes from it is no browser of today, and nothing of its visits is worth counting.
  if (siteOf(request, publicUrl) !== "own") fail("visit.foreign");
  const { hub, content } = await getContent(deps, request.params);
  const place = { clientId: hub.clientId, hubId: hub.id, contentId: content.contentId };
  const visitorId = findVisitor(request);
  const back = (done: string) => reply.redirect(`${gatewayPath(hub.slug, content.contentId)}${done}#feedback`, 303);
  switch (request.params.action) {
    case "like":
    case "dislike":
      if (visitorId) await recordOpinion(db, place, visitorId, request.params.action, now());
      return back("");
    case "comment": {
      const text = readComment(request.body);
      const isSent = visitorId && (await recordReaction(db, place, visitorId, { kind: "comment", text }, now()));
      return back(isSent ? "?done=comment" : "");
    }
    case "share":
      if (visitorId) await recordReaction(db, place, visitorId, { kind: "share" }, now());
      return back("?done=share");
    case "download":
      if (content.contentType !== "pdf") fail("http.notFound", { path: "this address" });
      if (visitorId) await recordReaction(db, place, visitorId, { kind: "download" }, now());
      return sendDocument(deps, reply, content, "attachment");
    case "seconds": {
      const seconds = readSeconds(request.body);
      if (visitorId && isTimed(content.contentType)) await recordSeconds(db, place, visitorId, seconds, now());
      return reply.status(204).send();
    }
    default:
      return fail("http.notFound", { path: "this address" });
  }
}

function readComment(body: URLSearchParams | undefined): string {
  const text = (body?.get("text") ?? "").replaceAll("\0", "").trim();
  if (text === "" || [...text].length > MAX_COMMENT)
    fail("body.invalid", { faults: `A comment has 1 to ${MAX_COMMENT} characters.` });
  return text;
}

function readSeconds(body: URLSearchParams | undefined): number {
  const text = body?.get("seconds") ?? "";
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > MAX_SECONDS) fail("parameter.invalid", { name: "seconds" });
  return seconds;
}

/** Without the sandbox that /files puts around everything: browsers' PDF viewers do not work inside it. */
async function sendDocument(
  { db, files }: HubPageDeps,
  reply: FastifyReply,
  content: HubContent,
  type: "inline" | "attachment",
) {
  const media = content.mediaId === null ? undefined : await findContentMedia(db, content.clientId, content.mediaId);
  const object = content.contentType === "pdf" && media ? await files.read(`${media.fileKey}/${CONTENT}`) : undefined;
  if (!media || !object) fail("http.notFound", { path: "this address" });
  return reply
    .headers({
      "Content-Type": media.mediaType,
      "Content-Length": object.byteSize,
      "Content-Disposition": contentDisposition(media.fileName, { type }),
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-cache",
    })
    .send(object.stream);
}

function sendFault(reply: FastifyReply, refusal: Refusal) {
  const isMissing = refusal.status === 404;
  const title = isMissing ? "This page does not exist" : "That did not work";
  const text = isMissing ? "It may have been moved or taken down." : refusal.message;
  const body = html`<div class="stack"><h1>${title}</h1><p>${text}</p></div>`;
  return sendPage(reply, page({ title, body }), { status: refusal.status });
}
