import type { Kysely, Selectable } from "kysely";
import type { Database, Registrants } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
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

/**
 * The person of a link. Refuses visit.unknown for whatever opens nothing: another's event, a key that we never signed, and
 * people who are forgotten all look the same.
 */
export async function getLink(
  { db, sealer }: LinkDeps,
  { event: eventId, personKey }: LinkParams,
): Promise<OpenedLink> {
  const registrantId = readPersonKey(sealer, personKey);
  const id = readId(eventId);
  if (registrantId === undefined || id === undefined) fail("visit.unknown");
  const event = (await findPageEvent(db, id)) ?? fail("visit.unknown");
  const key = { clientId: event.clientId, eventId: event.id, registrantId };
  const person = await findRegistrant(db, key);
  if (!person || person.status === "forgotten") fail("visit.unknown");
  return { event, person, key, personKey, words: wordsFor({ stored: person.languageCode }, event) };
}

/** Makes a handler of what is done for the person of a link. */
export function forPerson(deps: LinkDeps, show: (link: OpenedLink, visit: Visit<LinkParams>) => Promise<unknown>) {
  return async (visit: Visit<LinkParams>) => show(await getLink(deps, visit.params), visit);
}
