import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import { readId } from "../../../lib/read-id.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { findPageEvent } from "../../webinars/events/page-queries.ts";
import { deskPage } from "./desk-page.ts";
import { readPresenterKey } from "./presenter-link.ts";
import { findByLink } from "./queries.ts";

interface DeskDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  now(): Date;
}

/** Where a presenter's link leads. */
export function deskPages(pages: Pages, { db, sealer, now }: DeskDeps): void {
  pages.get("/webcast/desk/:eventId", async (visit) => {
    const link = readPresenterKey(sealer, one(visit.query, "presenter") ?? "") ?? fail("visit.unknown");
    const event = (await findPageEvent(db, readId(visit.params.eventId) ?? 0)) ?? fail("visit.unknown");
    const room = { clientId: event.clientId, eventId: event.id };
    const presenter = (await findByLink(db, room, link)) ?? fail("visit.unknown");
    if (!event.isClientActive) fail("visit.unknown");
    if (event.deletedAt) fail("event.deleted");
    return visit.show(deskPage({ event, presenter, now: now() }));
  });
}
