import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { slugOf } from "../../../lib/slug.ts";
import { findClient } from "../../base/accounts/queries.ts";
import { type Author, createEvent } from "../../webinars/events/create-event.ts";
import { hubChanges } from "./changes.ts";
import { type HubKind, hubTypes } from "./content-types.ts";
import { timeless } from "./create-content.ts";
import { insertHubSettings } from "./queries.ts";

export interface NewHub {
  kind: HubKind;
  title: string;
  abstract?: string;
  /** Made of the title when left out. */
  slug?: string;
  languageCode?: string;
}

/** Creates an empty hub; answers its id. Refuses hub.slugTaken. */
export async function createHub(db: Db, clientId: number, hub: NewHub, author: Author, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    if (!(await findClient(tx, clientId))) fail("client.unknown", { clientId });
    const { title, abstract, languageCode = "en" } = hub;
    const event = { ...timeless(now), title, languageCode, type: hubTypes[hub.kind], ...(abstract && { abstract }) };
    const { id } = await createEvent(tx, clientId, event, author);
    if (hub.slug === undefined) await takeOwnSlug(tx, clientId, id, title);
    else if (!(await insertHubSettings(tx, clientId, id, hub.slug))) fail("hub.slugTaken", { slug: hub.slug });
    await hubChanges.record(tx, "hub.created", { clientId, eventId: id, actor: author.actor });
    return id;
  });
}

/** The id makes a slug unique that the title alone does not; a title without Latin letters has none. */
async function takeOwnSlug(tx: Db, clientId: number, hubId: number, title: string): Promise<void> {
  const slug = slugOf(title);
  if (slug !== "" && (await insertHubSettings(tx, clientId, hubId, slug))) return;
  const longer = `${slug || "hub"}-${hubId}`;
  if (!(await insertHubSettings(tx, clientId, hubId, longer))) fail("hub.slugTaken", { slug: longer });
}
