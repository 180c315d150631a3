import type { FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { type Problem, problems } from "../../../http/pages/problem-page.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import type { RegistrantWriter } from "../../admission/registration/writer/registrant-writer.ts";
import type { ClientRecord } from "../../base/accounts/client-record.ts";
import { isSameKey, openEvent } from "../../webinars/events/open-event.ts";
import { type FormEvent, getPageParts } from "./page-event.ts";

export interface RegistrationPageDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
  readonly clients: LoadCache<number, ClientRecord>;
  readonly registrantWriter: RegistrantWriter;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  readonly mailFrom: string;
  now(): Date;
}

export type PageRequest = FastifyRequest<{ Params: { id: string; key: string } }>;

/** Why a page is not shown. */
export interface Shut {
  readonly problem: Problem;
  /** For whoever has the right key. */
  readonly event?: AdmissionEvent;
}

/** The event of an address, from memory; or why there is nothing to show. A wrong key and an unknown event look the same. */
export async function openPage(
  { db, events, clients }: RegistrationPageDeps,
  { id, key }: { id: string; key: string },
): Promise<FormEvent | Shut> {
  const event = /^\d{1,15}$/.test(id) ? await events.get(Number(id)) : undefined;
  // What is deleted is not in memory.
  if (!event) {
    const opened = await openEvent(db, { id, key }, "audienceKey");
    return { problem: "closed" in opened ? problems[opened.closed] : problems.deleted };
  }
  if (!isSameKey(key, event.audienceKey)) return { problem: problems.unknown };
  const client = await clients.get(event.clientId);
  if (!client?.isActive || !event.isActive) return { problem: problems.inactive, event };
  return { event, client, ...(await getPageParts(db, event)) };
}
