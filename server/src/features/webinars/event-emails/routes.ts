import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import { previewEmail } from "./preview-email.ts";
import { EmailParams, PreviewQuery, RenderedEmail } from "./schema.ts";

/** What producers look at before an e-mail goes out. */
export function emailRoutes(web: WebApp, { db, publicUrl }: { db: Kysely<Database>; publicUrl: string }): void {
  web.get("/clients/:clientId/events/:eventId/emails/:emailId/preview", {
    schema: {
      tags: ["E-mails"],
      security: [{ operatorKey: [] }],
      operationId: "previewEmail",
      summary: "Show an e-mail as it will go out",
      description: "Personal links are samples and open nothing.",
      params: EmailParams,
      querystring: PreviewQuery,
      response: { 200: RenderedEmail, ...problems },
    },
    handler: ({ params, query }) => previewEmail(db, publicUrl, params, query.registrantId),
  });
}
