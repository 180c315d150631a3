import type { FastifyInstance } from "fastify";
import type { Kysely } from "kysely";
import Type, { type Static } from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail, Refusal } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import { findEvent } from "../events/queries.ts";
import { findCaptionByKey, listCaptions } from "./queries.ts";
import { Caption, CaptionParams, EventParams, LabelQuery, NewCaption } from "./schema.ts";
import { deleteCaptions, findLanguage, readLanguage, setCaption } from "./set-caption.ts";

/** Hours of talk are far below. */
const MAX_BYTES = 5 * 1024 * 1024;
/** JSON writes a line break as two characters, and some letters as six. */
const MAX_BODY_BYTES = 3 * MAX_BYTES;

const path = "/clients/:clientId/events/:eventId/captions";
const described = { tags: ["Operator"], security: [{ operatorKey: [] }] };
const actor = "operator";

interface CaptionDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** The operator's API for captions. */
export function captionRoutes(web: WebApp, { db, publicUrl }: CaptionDeps): void {
  web.get(path, {
    schema: {
      ...described,
      operationId: "listCaptions",
      summary: "List the captions of an event",
      params: EventParams,
      response: { 200: Type.Object({ captions: Type.Array(Caption) }), ...problems },
    },
    handler: async ({ params: { clientId, eventId } }) => {
      if (!(await findEvent(db, clientId, eventId))) fail("event.unknown", { eventId });
      const captions = await listCaptions(db, clientId, eventId);
      return {
        captions: captions.map(({ path, createdAt, ...caption }) => ({
          ...caption,
          url: publicUrl + path,
          createdAt: createdAt.toISOString(),
        })),
      };
    },
  });

  // Within a scope of its own: no other route takes text.
  web.register(async (scope) => {
    scope.removeContentTypeParser("text/plain");
    scope.addContentTypeParser("text/vtt", { parseAs: "buffer" }, (_request, body, done) => {
      try {
        done(null, new TextDecoder("utf-8", { fatal: true }).decode(body as Buffer));
      } catch {
        done(new Refusal("captions.invalid", { fault: "It is not UTF-8" }));
      }
    });
    addPut(scope as unknown as WebApp, db);
  });

  web.delete(`${path}/:language`, {
    schema: {
      ...described,
      operationId: "deleteCaptions",
      summary: "Delete an event's captions in one language",
      params: CaptionParams,
      response: { 204: Type.Null(), ...problems },
    },
    handler: async ({ params: { clientId, eventId, language } }, reply) => {
      const count = await deleteCaptions(db, { clientId, eventId, actor }, readLanguage(language));
      if (count === 0) fail("captions.unknown", { language, eventId });
      return reply.status(204).send(null);
    },
  });
}

function addPut(web: WebApp, db: Kysely<Database>): void {
  web.put(`${path}/:language`, {
    bodyLimit: MAX_BODY_BYTES,
    schema: {
      ...described,
      operationId: "setCaptions",
      summary: "Give an event captions in a language",
      description: "A WebVTT text as text/vtt, or JSON with it; replaces what there was in the language.",
      params: CaptionParams,
      querystring: LabelQuery,
      body: { content: { "application/json": { schema: NewCaption }, "text/vtt": { schema: Type.String() } } },
      response: { 200: Type.Object({ language: Type.String(), label: Type.String() }), ...problems },
    },
    handler: async ({ params: { clientId, eventId, language }, query, body }) => {
      if (!body) fail("body.invalid", { faults: "The request has no body." });
      const { label, vtt } =
        typeof body === "string" ? { label: query.label, vtt: body } : (body as Static<typeof NewCaption>);
      if (Buffer.byteLength(vtt) > MAX_BYTES) fail("body.tooLarge", { limit: MAX_BYTES });
      return setCaption(db, { clientId, eventId, actor }, { language, label, vtt });
    },
  });
}

/** Serves captions to the players of whoever knows the event's key. */
export function captionFiles(app: FastifyInstance, { db }: { db: Kysely<Database> }): void {
  app.get<{ Params: { eventId: string; audienceKey: string; file: string } }>(
    "/captions/:eventId/:audienceKey/:file",
    { schema: { hide: true } },
    async ({ params: { eventId, audienceKey, file } }, reply) => {
      const name = /^([\w-]{2,100})\.vtt$/.exec(file)?.[1] ?? "";
      const language = findLanguage(name);
      const isEventId = /^\d{1,15}$/.test(eventId);
      const vtt =
        language && isEventId
          ? await findCaptionByKey(db, { eventId: Number(eventId), audienceKey, language })
          : undefined;
      if (vtt === undefined) fail("file.unknown");
      reply.headers({
        "Content-Type": "text/vtt; charset=utf-8",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-site",
        "Referrer-Policy": "no-referrer",
        // Captions are corrected while people watch.
        "Cache-Control": "private, max-age=60",
      });
      return reply.send(vtt);
    },
  );
}
