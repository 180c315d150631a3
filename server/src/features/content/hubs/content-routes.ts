import type { Readable } from "node:stream";
import type { Kysely } from "kysely";
import Type, { type Static } from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import { type Staging, TooLargeError } from "../../../lib/staging.ts";
import { addContent } from "./add-content.ts";
import { changeContent, orderContents } from "./change-content.ts";
import { editContent } from "./classify-content.ts";
import { findContent, listComments, listContents } from "./content-queries.ts";
import type { NewContent as NewContentAction } from "./create-content.ts";
import { presentContent } from "./present.ts";
import { findHub } from "./queries.ts";
import { Comment, ContentAnswer, ContentChange, ContentParams, HubParams, NewContent, Order } from "./schema.ts";
import { setThumbnail } from "./set-thumbnail.ts";

const shared = { tags: ["Hubs"], security: [{ operatorKey: [] }] };
const author = { actor: "operator" };
const MAX_THUMBNAIL_BYTES = 5 * 1024 * 1024;

interface ContentDeps {
  db: Kysely<Database>;
  files: FileStore;
  staging: Staging;
  publicUrl: string;
  now(): Date;
}

/** The operator's API for the contents of hubs. */
export function contentRoutes(web: WebApp, { db, files, staging, publicUrl, now }: ContentDeps): void {
  async function present(clientId: number, hubId: number, contentId: number) {
    const hub = (await findHub(db, clientId, hubId)) ?? fail("hub.unknown", { hubId });
    const content = await findContent(db, clientId, hubId, contentId);
    return presentContent(content ?? fail("content.unknown", { contentId }), hub, publicUrl);
  }

  web.post("/clients/:clientId/hubs/:hubId/contents", {
    schema: {
      ...shared,
      operationId: "addHubContent",
      summary: "Add content to a hub",
      description: "It is on the page once it is published.",
      params: HubParams,
      body: NewContent,
      response: { 201: ContentAnswer, ...problems },
    },
    handler: async ({ params: { clientId, hubId }, body }, reply) => {
      const { tags, funnelStages, categoryIds, filterIds } = body;
      const sorted = { ...(tags && { tags }), ...(funnelStages && { funnelStages }) };
      const classification = { ...sorted, ...(categoryIds && { categoryIds }), ...(filterIds && { filterIds }) };
      const by = { author, now: now() };
      const contentId = await addContent(db, clientId, hubId, readContent(body), classification, by);
      return reply.status(201).send(await present(clientId, hubId, contentId));
    },
  });

  web.get("/clients/:clientId/hubs/:hubId/contents", {
    schema: {
      ...shared,
      operationId: "listHubContents",
      summary: "List the contents of a hub, published or not",
      params: HubParams,
      response: { 200: Type.Object({ contents: Type.Array(ContentAnswer) }), ...problems },
    },
    handler: async ({ params: { clientId, hubId } }) => {
      const hub = (await findHub(db, clientId, hubId)) ?? fail("hub.unknown", { hubId });
      const contents = await listContents(db, clientId, hubId);
      return { contents: contents.map((content) => presentContent(content, hub, publicUrl)) };
    },
  });

  web.put("/clients/:clientId/hubs/:hubId/contents/order", {
    schema: {
      ...shared,
      operationId: "orderHubContents",
      summary: "Order the contents of a hub",
      params: HubParams,
      body: Order,
      response: { 204: Type.Null(), ...problems },
    },
    handler: async ({ params: { clientId, hubId }, body }, reply) => {
      await orderContents(db, clientId, hubId, body.contentIds, author);
      return reply.status(204).send(null);
    },
  });

  web.get("/clients/:clientId/hubs/:hubId/contents/:contentId", {
    schema: {
      ...shared,
      operationId: "getHubContent",
      summary: "A content of a hub, with its text",
      params: ContentParams,
      response: { 200: ContentAnswer, ...problems },
    },
    handler: async ({ params }) => present(params.clientId, params.hubId, params.contentId),
  });

  web.patch("/clients/:clientId/hubs/:hubId/contents/:contentId", {
    schema: {
      ...shared,
      operationId: "updateHubContent",
      summary: "Change how a content is sorted, and the texts of what is no webinar",
      params: ContentParams,
      body: ContentChange,
      response: { 200: ContentAnswer, ...problems },
    },
    handler: async ({ params: { clientId, hubId, contentId }, body }) => {
      await editContent(db, clientId, hubId, contentId, body, author);
      return present(clientId, hubId, contentId);
    },
  });

  for (const [change, summary] of [
    ["publish", "Publish a content on its hub"],
    ["unpublish", "Take a content off the hub's page"],
  ] as const)
    web.post(`/clients/:clientId/hubs/:hubId/contents/:contentId/${change}`, {
      schema: {
        ...shared,
        operationId: `${change}HubContent`,
        summary,
        params: ContentParams,
        response: { 200: ContentAnswer, ...problems },
      },
      handler: async ({ params: { clientId, hubId, contentId } }) => {
        await changeContent(db, clientId, hubId, contentId, change, author);
        return present(clientId, hubId, contentId);
      },
    });

  web.delete("/clients/:clientId/hubs/:hubId/contents/:contentId", {
    schema: {
      ...shared,
      operationId: "removeHubContent",
      summary: "Remove a content from a hub",
      description: "The content itself stays, and so do its figures.",
      params: ContentParams,
      response: { 204: Type.Null(), ...problems },
    },
    handler: async ({ params: { clientId, hubId, contentId } }, reply) => {
      await changeContent(db, clientId, hubId, contentId, "remove", author);
      return reply.status(204).send(null);
    },
  });

  web.get("/clients/:clientId/hubs/:hubId/contents/:contentId/comments", {
    schema: {
      ...shared,
      operationId: "listHubComments",
      summary: "What visitors wrote about a content",
      params: ContentParams,
      response: { 200: Type.Object({ comments: Type.Array(Comment) }), ...problems },
    },
    handler: async ({ params: { clientId, hubId, contentId } }) => {
      await present(clientId, hubId, contentId);
      const comments = await listComments(db, clientId, hubId, contentId);
      return {
        comments: comments.map(({ happenedAt, text, ...comment }) => ({
          ...comment,
          text: text ?? "",
          happenedAt: happenedAt.toISOString(),
        })),
      };
    },
  });

  // The picture itself is the body: nothing else of a form would go with it.
  web.register(async (scope) => {
    scope.addContentTypeParser(Object.keys(extensions), (_request, payload, done) => done(null, payload));
    (scope as unknown as WebApp).put("/clients/:clientId/hubs/:hubId/contents/:contentId/thumbnail", {
      schema: {
        ...shared,
        operationId: "setHubThumbnail",
        summary: "Set the picture of a content: JPEG, PNG or GIF, up to 5 MB",
        params: ContentParams,
        response: { 200: ContentAnswer, ...problems },
      },
      bodyLimit: MAX_THUMBNAIL_BYTES,
      handler: async ({ params, body, headers }) => {
        const extension = extensions[headers["content-type"]?.split(";")[0] ?? ""];
        if (!extension) fail("file.notAccepted");
        const file = { name: `thumbnail.${extension}`, maxBytes: MAX_THUMBNAIL_BYTES };
        const staged = await staging.receive(body as Readable, file).catch((error: unknown) => {
          if (error instanceof TooLargeError) fail("body.tooLarge", { limit: error.maxBytes });
          throw error;
        });
        try {
          await setThumbnail({ db, files }, params, staged, author);
        } finally {
          await staging.discard(staged);
        }
        return present(params.clientId, params.hubId, params.contentId);
      },
    });
  });
}

const extensions: Readonly<Record<string, string>> = { "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif" };

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
