import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import { Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { readId } from "../../../lib/read-id.ts";
import { findNurturePage } from "./queries.ts";

/** Nurture pages, for whoever was sent the address. */
export function nurturePages(pages: Pages, { db, now }: { db: Kysely<Database>; now(): Date }): void {
  for (const path of ["/wcc/nurture/:contentId/:key", "/wcc/nurture/:contentId/:key/:title"] as const)
    pages.get(path, async (visit) => {
      const { contentId, key } = visit.params;
      const id = readId(contentId);
      const found = id === undefined ? undefined : await findNurturePage(db, id, key, now());
      const { title, text, languageCode } = found ?? fail("http.notFound", { path: "this address" });
      // Sanitised when it was written.
      const body = html`<article class="stack loose"><h1>${title}</h1>
<div class="rich">${new Html(text)}</div></article>`;
      return visit.show(page({ title, lang: languageCode, body }));
    });
}
