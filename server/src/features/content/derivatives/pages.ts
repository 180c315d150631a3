import type { FastifyInstance } from "fastify";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { Html, html } from "../../../http/pages/html.ts";
import { page, sendPage } from "../../../http/pages/layout.ts";
import { findNurturePage } from "./queries.ts";

type Address = { Params: { contentId: string; key: string } };

/** Nurture pages, for whoever was sent the address. */
export function nurturePages(app: FastifyInstance, { db, now }: { db: Kysely<Database>; now(): Date }): void {
  for (const url of ["/wcc/nurture/:contentId/:key", "/wcc/nurture/:contentId/:key/:title"])
    app.get<Address>(url, { schema: { hide: true } }, async (request, reply) => {
      const { contentId, key } = request.params;
      const isId = /^\d{1,15}$/.test(contentId);
      const found = isId ? await findNurturePage(db, Number(contentId), key, now()) : undefined;
      if (!found) return sendPage(reply, missing, { status: 404, isSecret: true });
      const { title, text, languageCode } = found;
      // Sanitised when it was written.
      const body = html`<article class="stack loose"><h1>${title}</h1>
<div class="rich">${new Html(text)}</div></article>`;
      return sendPage(reply, page({ title, lang: languageCode, body }), { isSecret: true });
    });
}

const missing = page({
  title: "This page does not exist",
  body: html`<div class="stack"><h1>This page does not exist</h1><p>It may have been moved or taken down.</p></div>`,
});
