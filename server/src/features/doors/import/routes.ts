import { Readable } from "node:stream";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import { type Staging, TooLargeError } from "../../../lib/staging.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { endImport } from "./end-import.ts";
import { presentImport, presentRow } from "./present.ts";
import { findImport, listImports } from "./queries.ts";
import { listFormats } from "./read-list.ts";
import { receiveImport } from "./receive-import.ts";
import { listRows } from "./row-queries.ts";
import * as schema from "./schema.ts";

const described = { tags: ["Admission"], security: [{ operatorKey: [] }] };
const actor = "operator";
const path = "/clients/:clientId/events/:eventId/imports";
const MOST_BYTES = 100 * 1024 * 1024;

export interface ImportRouteDeps {
  db: Kysely<Database>;
  events: LoadCache<number, AdmissionEvent>;
  staging: Staging;
}

/** Lists of people for an event: taken in, and what became of each row. */
export function importRoutes(web: WebApp, deps: ImportRouteDeps): void {
  const { db } = deps;
  const getImport = async ({
    clientId,
    eventId,
    importId,
  }: {
    clientId: number;
    eventId: number;
    importId: number;
  }) => {
    const found = await findImport(db, clientId, importId);
    return found?.eventId === eventId ? found : fail("import.unknown", { importId });
  };

  web.register(async (scope) => addPost(scope as unknown as WebApp, deps));

  web.get(path, {
    schema: {
      ...described,
      operationId: "listImports",
      summary: "Imports of an event, newest first",
      params: schema.EventParams,
      querystring: schema.ImportsQuery,
      response: { 200: schema.ImportList, ...problems },
    },
    handler: async ({ params: { clientId, eventId }, query: { limit, cursor } }) => {
      // One more tells whether there is a next page.
      const found = await listImports(db, clientId, eventId, { before: readCursor(cursor), limit: limit + 1 });
      const imports = found.slice(0, limit);
      return { imports: imports.map(presentImport), ...nextOf(found, limit, imports.at(-1)?.id) };
    },
  });

  web.get(`${path}/:importId`, {
    schema: {
      ...described,
      operationId: "getImport",
      summary: "Tell how far an import is",
      params: schema.ImportParams,
      response: { 200: schema.Import, ...problems },
    },
    handler: async ({ params }) => presentImport(await getImport(params)),
  });

  web.get(`${path}/:importId/rows`, {
    schema: {
      ...described,
      operationId: "listImportRows",
      summary: "What became of each row of an import",
      description: "In the order of the list. Rows are kept for 30 days after the import.",
      params: schema.ImportParams,
      querystring: schema.RowsQuery,
      response: { 200: schema.RowList, ...problems },
    },
    handler: async ({ params, query: { outcome, limit, cursor } }) => {
      const { clientId, id: importId } = await getImport(params);
      const after = readCursor(cursor) ?? 0;
      const found = await listRows(db, { clientId, importId }, { outcome, after, limit: limit + 1 });
      const rows = found.slice(0, limit);
      return { rows: rows.map(presentRow), ...nextOf(found, limit, rows.at(-1)?.rowNumber) };
    },
  });

  web.delete(`${path}/:importId`, {
    schema: {
      ...described,
      operationId: "endImport",
      summary: "Stop an import, and remove what its list told of people",
      description: "Whoever is registered already stays so. Without it the list's data is removed after 30 days.",
      params: schema.ImportParams,
      response: { 200: schema.Import, ...problems },
    },
    handler: async ({ params }) => {
      const { clientId, id: importId } = await getImport(params);
      return presentImport(await endImport(db, { clientId, importId }, { actor }));
    },
  });
}

function addPost(web: WebApp, { db, events, staging }: ImportRouteDeps): void {
  web.removeAllContentTypeParsers();
  // As a stream: a list may be large, and is read from disk once it has arrived.
  web.addContentTypeParser(Object.keys(listFormats), (_request, payload, done) => done(null, payload));
  web.post(path, {
    bodyLimit: MOST_BYTES,
    schema: {
      ...described,
      operationId: "createImport",
      summary: "Register a list of people",
      description:
        "The body is CSV (UTF-8; commas, semicolons or tabs; the first row names the fields as the compatible API or the registration page does) or JSON lines, up to 100 MB. It is worked in the background.",
      params: schema.EventParams,
      querystring: schema.NewImportQuery,
      headers: schema.NewImportHeaders,
      response: { 202: schema.Import, ...problems },
    },
    handler: async ({ params: { clientId, eventId }, query, headers, body }, reply) => {
      const event = await events.get(eventId);
      if (event?.clientId !== clientId) fail("event.unknown", { eventId });
      const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
      const format = listFormats[type] ?? fail("body.mediaType", { type });
      const staged = await staging
        .receive((body as Readable | null | undefined) ?? Readable.from([]), { name: "list", maxBytes: MOST_BYTES })
        .catch((error: unknown) => {
          if (error instanceof TooLargeError) fail("body.tooLarge", { limit: error.maxBytes });
          throw error;
        });
      try {
        const { dryRun, honorRequired, honorValidation } = query;
        const rules = { isRequiredHonored: honorRequired, areOptionsHonored: honorValidation };
        const idempotencyKey = headers["idempotency-key"];
        const key = idempotencyKey === undefined ? {} : { idempotencyKey };
        const found = await receiveImport(db, { event, staged, format, isDryRun: dryRun, rules, ...key, actor });
        return reply
          .status(202)
          .header("location", `/api/clients/${clientId}/events/${eventId}/imports/${found.id}`)
          .send(presentImport(found));
      } finally {
        await staging.discard(staged);
      }
    },
  });
}

function readCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  return /^\d{1,15}$/.test(cursor) ? Number(cursor) : fail("parameter.invalid", { name: "cursor" });
}

function nextOf(found: readonly unknown[], limit: number, last: number | undefined): { next?: string } {
  return found.length > limit && last !== undefined ? { next: String(last) } : {};
}
