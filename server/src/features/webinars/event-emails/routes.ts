import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import { previewEventEmail } from "./preview-event-email.ts";
import { PreviewQuery, RenderedMail } from "./schema.ts";

/** What producers look at before an e-mail goes out. */
export function eventEmailRoutes(web: Web, { db, publicUrl }: { db: Kysely<Database>; publicUrl: string }): void {
  web.operation("previewEventEmail", {
    route: "GET /clients/{clientId}/events/{eventId}/emails/{emailId}/preview",
    right: "people.read",
    group: "E-mails",
    summary: "Show an e-mail as it will go out",
    description: "Personal links are samples and open nothing.",
    query: PreviewQuery,
    answer: RenderedMail,
    handle: ({ client, event, params: { emailId }, query }) =>
      previewEventEmail(db, publicUrl, { clientId: client.id, eventId: event.id, emailId }, query.registrantId),
  });
}
