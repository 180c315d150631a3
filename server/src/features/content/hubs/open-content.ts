import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { readId } from "../../../lib/read-id.ts";
import { findContent } from "./content-queries.ts";
import { findOpenHub, type Hub } from "./queries.ts";

interface HubDeps {
  readonly db: Db;
  now(): Date;
}

/** Below the path of hubs. */
export interface ContentAddress {
  readonly slug: string;
  readonly id: string;
}

/** A hub that visitors may see. Refuses http.notFound. */
export async function getHub({ db, now }: HubDeps, slug: string): Promise<Hub> {
  return (await findOpenHub(db, slug, now())) ?? fail("http.notFound", { path: "this address" });
}

/** A content that visitors may see, and its hub. Refuses http.notFound. */
export async function getContent(deps: HubDeps, { slug, id }: ContentAddress) {
  const hub = await getHub(deps, slug);
  const content = await findContent(deps.db, hub.clientId, hub.id, readId(id) ?? 0, { isPublished: true });
  return { hub, content: content ?? fail("http.notFound", { path: "this address" }) };
}
