import type { FastifyReply, FastifyRequest } from "fastify";
import type { Kysely, Selectable } from "kysely";
import type { Database, Registrants } from "../../../db/types.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { readPersonKey } from "../../admission/registration/people/person-key.ts";
import { findRegistrant, type RegistrantKey } from "../../admission/registration/people/person-queries.ts";
import { findPageEvent, type PageEvent } from "../../webinars/events/page-queries.ts";
import { type Words, wordsFor } from "../../webinars/events/words.ts";

export interface LinkDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  /** Whom invites come from where a client has no address of its own. */
  readonly mailFrom: string;
  now(): Date;
}

/** Whose link it is, as far as the link tells. */
export interface LinkParams {
  readonly event: string;
  readonly personKey: string;
}

export type Person = Selectable<Registrants>;

export interface OpenedLink {
  readonly event: PageEvent;
  readonly person: Person;
  readonly key: RegistrantKey;
  readonly personKey: string;
  readonly words: Words;
}

type Show = (link: OpenedLink, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Makes a handler of what is done for the person of a link; links that open nothing are answered alike. */
export type ForPerson = (show: Show) => (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/**
 * Finds the person of a link. Undefined for whatever opens nothing: another's event, a key that we never signed, and
 * people who are forgotten all look the same.
 */
export async function openLink(
  { db, sealer }: LinkDeps,
  { event: eventId, personKey }: LinkParams,
): Promise<OpenedLink | undefined> {
  const registrantId = readPersonKey(sealer, personKey);
  if (registrantId === undefined || !/^\d{1,15}$/.test(eventId)) return undefined;
  const event = await findPageEvent(db, Number(eventId));
  if (!event) return undefined;
  const key = { clientId: event.clientId, eventId: event.id, registrantId };
  const person = await findRegistrant(db, key);
  if (!person || person.status === "forgotten") return undefined;
  return { event, person, key, personKey, words: wordsFor({ stored: person.languageCode }, event) };
}
