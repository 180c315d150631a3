import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import { findCaptionByKey, listCaptions } from "./queries.ts";
import { Caption, LabelQuery, NewCaption } from "./schema.ts";
import { deleteCaptions, findLanguage, readLanguage, setCaption } from "./set-caption.ts";

/** Hours of talk are far below. */
const MAX_BYTES = 5 * 1024 * 1024;
/** JSON writes a line break as two characters, and some letters as six. */
const MAX_JSON_BYTES = 3 * MAX_BYTES;

const path = "/clients/{clientId}/events/{eventId}/captions";

interface CaptionDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** The captions of an event, for those who make it. */
export function captionRoutes(web: Web, { db, publicUrl }: CaptionDeps): void {
  web.operation("listCaptions", {
    route: `GET ${path}`,
    right: "events.read",
    group: "Media",
    summary: "List the captions of an event",
    answer: Type.Object({ captions: Type.Array(Caption) }),
    handle: async ({ client, event }) => {
      const captions = await listCaptions(db, client.id, event.id);
      return {
        captions: captions.map(({ path, createdAt, ...caption }) => ({
          ...caption,
          url: publicUrl + path,
          createdAt: createdAt.toISOString(),
        })),
      };
    },
  });

  web.operation("setCaptions", {
    route: `PUT ${path}/{language}`,
    right: "events.manage",
    group: "Media",
    summary: "Give an event captions in a language",
    description: "A WebVTT text as text/vtt, or JSON with it; replaces what there was in the language.",
    query: LabelQuery,
    body: NewCaption,
    bodyLimit: MAX_JSON_BYTES,
    upload: { types: ["text/vtt"], maxBytes: MAX_BYTES },
    answer: Type.Object({ language: Type.String(), label: Type.String() }),
    handle: async ({ actor, client, event, params: { language }, query, body, file }) => {
      const { label, vtt } = file ? { label: query.label, vtt: readText(await readFile(file.path)) } : body;
      if (Buffer.byteLength(vtt) > MAX_BYTES) fail("body.tooLarge", { limit: MAX_BYTES });
      return setCaption(db, { clientId: client.id, eventId: event.id, actor }, { language, label, vtt });
    },
  });

  web.operation("deleteCaptions", {
    route: `DELETE ${path}/{language}`,
    right: "events.manage",
    group: "Media",
    summary: "Delete an event's captions in one language",
    handle: async ({ actor, client, event, params: { language } }) => {
      const place = { clientId: client.id, eventId: event.id, actor };
      const count = await deleteCaptions(db, place, readLanguage(language));
      if (count === 0) fail("captions.unknown", { language, eventId: event.id });
    },
  });
}

function readText(bytes: Buffer): string {
  if (!isUtf8(bytes)) fail("captions.invalid", { fault: "It is not UTF-8" });
  return bytes.toString();
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
