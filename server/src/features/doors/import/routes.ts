import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import { cutPage, readCursor } from "../../../http/web/paging.ts";
import { getAdmissionEvent } from "../../admission/registration/admission-event.ts";
import { endImport } from "./end-import.ts";
import { presentImport, presentRow } from "./present.ts";
import { findImport, listImports } from "./queries.ts";
import { listFormats } from "./read-list.ts";
import { receiveImport } from "./receive-import.ts";
import { listRows } from "./row-queries.ts";
import * as schema from "./schema.ts";

const path = "/clients/{clientId}/events/{eventId}/imports";
const MOST_BYTES = 100 * 1024 * 1024;

/** Lists of people for an event: taken in, and what became of each row. */
export function importRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  const getImport = async (clientId: number, eventId: number, importId: number) => {
    const found = await findImport(db, clientId, importId);
    return found?.eventId === eventId ? found : fail("import.unknown", { importId });
  };

  web.operation("createImport", {
    route: `POST ${path}`,
    right: "people.manage",
    group: "Admission",
    summary: "Register a list of people",
    description:
      "The body is CSV (UTF-8, or the charset that Content-Type or a byte order mark names; commas, semicolons or tabs; the first row names the fields as the compatible API or the registration page does) or JSON lines, up to 100 MB. It is worked in the background.",
    query: schema.NewImportQuery,
    headers: schema.NewImportHeaders,
    upload: { types: Object.keys(listFormats), maxBytes: MOST_BYTES },
    status: 202,
    location: `${path}/{importId}`,
    answer: schema.Import,
    handle: async ({ actor, event: { id }, query: { dryRun, honorRequired, honorValidation }, headers, file }) => {
      const event = await getAdmissionEvent(db, id);
      const format = listFormats[file.type] ?? fail("body.mediaType", { type: file.type });
      const rules = { isRequiredHonored: honorRequired, areOptionsHonored: honorValidation };
      const idempotencyKey = headers["idempotency-key"];
      const key = idempotencyKey === undefined ? {} : { idempotencyKey };
      const given = { event, staged: file, format, isDryRun: dryRun, rules, ...key, actor };
      return presentImport(await receiveImport(db, given));
    },
  });

  web.operation("listImports", {
    route: `GET ${path}`,
    right: "people.read",
    group: "Admission",
    summary: "Imports of an event, newest first",
    query: schema.ImportsQuery,
    answer: schema.ImportList,
    handle: async ({ client, event, query: { limit, cursor } }) => {
      const found = await listImports(db, client.id, event.id, { before: readCursor(cursor), limit: limit + 1 });
      const { page, ...next } = cutPage(found, limit, ({ id }) => id);
      return { imports: page.map(presentImport), ...next };
    },
  });

  web.operation("getImport", {
    route: `GET ${path}/{importId}`,
    right: "people.read",
    group: "Admission",
    summary: "Tell how far an import is",
    answer: schema.Import,
    handle: async ({ client, event, params }) => presentImport(await getImport(client.id, event.id, params.importId)),
  });

  web.operation("listImportRows", {
    route: `GET ${path}/{importId}/rows`,
    right: "people.read",
    group: "Admission",
    summary: "What became of each row of an import",
    description: "In the order of the list. Rows are kept for 30 days after the import.",
    query: schema.RowsQuery,
    answer: schema.RowList,
    handle: async ({ client, event, params, query: { outcome, limit, cursor } }) => {
      const { clientId, id: importId } = await getImport(client.id, event.id, params.importId);
      const after = readCursor(cursor) ?? 0;
      const found = await listRows(db, { clientId, importId }, { outcome, after, limit: limit + 1 });
      const { page, ...next } = cutPage(found, limit, ({ rowNumber }) => rowNumber);
      return { rows: page.map(presentRow), ...next };
    },
  });

  web.operation("endImport", {
    route: `DELETE ${path}/{importId}`,
    right: "people.manage",
    group: "Admission",
    summary: "Stop an import, and remove what its list told of people",
    description: "Whoever is registered already stays so. Without it the list's data is removed after 30 days.",
    answer: schema.Import,
    handle: async ({ actor, client, event, params }) => {
      const { clientId, id: importId } = await getImport(client.id, event.id, params.importId);
      return presentImport(await endImport(db, { clientId, importId }, { actor }));
    },
  });
}
