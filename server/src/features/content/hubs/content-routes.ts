import type { Kysely } from "kysely";
import Type, { type Static } from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import { addContent } from "./add-content.ts";
import { changeContent, orderContents } from "./change-content.ts";
import { editContent } from "./classify-content.ts";
import { findContent, listComments, listContents } from "./content-queries.ts";
import type { NewContent as NewContentAction } from "./create-content.ts";
import { presentComment, presentContent } from "./present.ts";
import { findHub } from "./queries.ts";
import { Comment, ContentAnswer, ContentChange, NewContent, Order } from "./schema.ts";
import { setThumbnail } from "./set-thumbnail.ts";

const MAX_THUMBNAIL_BYTES = 5 * 1024 * 1024;
const extensions: Readonly<Record<string, string>> = { "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif" };

interface ContentDeps {
  db: Kysely<Database>;
  files: FileStore;
  publicUrl: string;
  now(): Date;
}

/** The contents of hubs. */
export function contentRoutes(web: Web, deps: ContentDeps): void {
  listRoutes(web, deps);
  changeRoutes(web, deps);
}

async function present({ db, publicUrl }: ContentDeps, clientId: number, hubId: number, contentId: number) {
  const hub = (await findHub(db, clientId, hubId)) ?? fail("hub.unknown", { hubId });
  const content = await findContent(db, clientId, hubId, contentId);
  return presentContent(content ?? fail("content.unknown", { contentId }), hub, publicUrl);
}

/** What is in a hub, in which order. */
function listRoutes(web: Web, deps: ContentDeps): void {
  const { db, publicUrl, now } = deps;

  web.operation("addHubContent", {
    route: "POST /clients/{clientId}/hubs/{hubId}/contents",
    right: "hubs.manage",
    group: "Hubs",
    summary: "Add content to a hub",
    description: "It is on the page once it is published.",
    body: NewContent,
    status: 201,
    answer: ContentAnswer,
    handle: async ({ actor, client, params: { hubId }, body }) => {
      const { tags, funnelStages, categoryIds, filterIds } = body;
      const sorted = { ...(tags && { tags }), ...(funnelStages && { funnelStages }) };
      const classification = { ...sorted, ...(categoryIds && { categoryIds }), ...(filterIds && { filterIds }) };
      const by = { author: { actor }, now: now() };
      const contentId = await addContent(db, client.id, hubId, readContent(body), classification, by);
      return present(deps, client.id, hubId, contentId);
    },
  });

  web.operation("listHubContents", {
    route: "GET /clients/{clientId}/hubs/{hubId}/contents",
    right: "hubs.read",
    group: "Hubs",
    summary: "List the contents of a hub, published or not",
    answer: Type.Object({ contents: Type.Array(ContentAnswer) }),
    handle: async ({ client, params: { hubId } }) => {
      const hub = (await findHub(db, client.id, hubId)) ?? fail("hub.unknown", { hubId });
      const contents = await listContents(db, client.id, hubId);
      return { contents: contents.map((content) => presentContent(content, hub, publicUrl)) };
    },
  });

  web.operation("orderHubContents", {
    route: "PUT /clients/{clientId}/hubs/{hubId}/contents/order",
    right: "hubs.manage",
    group: "Hubs",
    summary: "Order the contents of a hub",
    body: Order,
    handle: ({ actor, client, params: { hubId }, body }) =>
      orderContents(db, client.id, hubId, body.contentIds, { actor }),
  });

  web.operation("removeHubContent", {
    route: "DELETE /clients/{clientId}/hubs/{hubId}/contents/{contentId}",
    right: "hubs.manage",
    group: "Hubs",
    summary: "Remove a content from a hub",
    description: "The content itself stays, and so do its figures.",
    handle: ({ actor, client, params: { hubId, contentId } }) =>
      changeContent(db, client.id, hubId, contentId, "remove", { actor }),
  });
}

/** One content of a hub. */
function changeRoutes(web: Web, deps: ContentDeps): void {
  const { db, files } = deps;

  web.operation("getHubContent", {
    route: "GET /clients/{clientId}/hubs/{hubId}/contents/{contentId}",
    right: "hubs.read",
    group: "Hubs",
    summary: "A content of a hub, with its text",
    answer: ContentAnswer,
    handle: ({ client, params }) => present(deps, client.id, params.hubId, params.contentId),
  });

  web.operation("updateHubContent", {
    route: "PATCH /clients/{clientId}/hubs/{hubId}/contents/{contentId}",
    right: "hubs.manage",
    group: "Hubs",
    summary: "Change how a content is sorted, and the texts of what is no webinar",
    body: ContentChange,
    answer: ContentAnswer,
    handle: async ({ actor, client, params: { hubId, contentId }, body }) => {
      await editContent(db, client.id, hubId, contentId, body, { actor });
      return present(deps, client.id, hubId, contentId);
    },
  });

  for (const [change, summary] of [
    ["publish", "Publish a content on its hub"],
    ["unpublish", "Take a content off the hub's page"],
  ] as const)
    web.operation(`${change}HubContent`, {
      route: `POST /clients/{clientId}/hubs/{hubId}/contents/{contentId}/${change}`,
      right: "hubs.manage",
      group: "Hubs",
      summary,
      answer: ContentAnswer,
      handle: async ({ actor, client, params: { hubId, contentId } }) => {
        await changeContent(db, client.id, hubId, contentId, change, { actor });
        return present(deps, client.id, hubId, contentId);
      },
    });

  web.operation("listHubComments", {
    route: "GET /clients/{clientId}/hubs/{hubId}/contents/{contentId}/comments",
    right: "hubs.read",
    group: "Hubs",
    summary: "What visitors wrote about a content",
    answer: Type.Object({ comments: Type.Array(Comment) }),
    handle: async ({ client, params: { hubId, contentId } }) => {
      await present(deps, client.id, hubId, contentId);
      const comments = await listComments(db, client.id, hubId, contentId);
      return { comments: comments.map(presentComment) };
    },
  });

  web.operation("setHubThumbnail", {
    route: "PUT /clients/{clientId}/hubs/{hubId}/contents/{contentId}/thumbnail",
    right: "hubs.manage",
    group: "Hubs",
    summary: "Set the picture of a content: JPEG, PNG or GIF, up to 5 MB",
    upload: { types: Object.keys(extensions), maxBytes: MAX_THUMBNAIL_BYTES },
    answer: ContentAnswer,
    handle: async ({ actor, client, params: { hubId, contentId }, file }) => {
      const picture = { ...file, name: `thumbnail.${extensions[file.type]}` };
      await setThumbnail({ db, files }, { clientId: client.id, hubId, contentId }, picture, { actor });
      return present(deps, client.id, hubId, contentId);
    },
  });
}

function readContent(body: Static<typeof NewContent>): { contentId: number } | NewContentAction {
  const { contentId, media, url, text, derivativeId, title, abstract, languageCode } = body;
  const given = [contentId, media, url, text, derivativeId].filter((source) => source !== undefined);
  if (given.length !== 1)
    fail("body.invalid", { faults: "Exactly one of contentId, media, url, text and derivativeId must be given." });
  const texts = {
    ...(title !== undefined && { title }),
    ...(abstract !== undefined && { abstract }),
    ...(languageCode !== undefined && { languageCode }),
  };
  if (contentId !== undefined) return { contentId };
  if (media) return { ...texts, source: media as { mediaId: number; kind: "video" } };
  if (url !== undefined) return { ...texts, source: { kind: "webpage", url } };
  if (text !== undefined) return { ...texts, source: { kind: "article", text } };
  return { ...texts, source: { kind: "article", derivativeId: derivativeId ?? 0 } };
}
