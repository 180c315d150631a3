import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { isBlank, trimBlanks } from "../../../lib/blanks.ts";
import { readEmailAddress } from "../../../lib/email-address.ts";
import { presenterChanges } from "./changes.ts";
import { insertPresenter, lockPresenter, type Presenter, type PresenterRole, updatePresenter } from "./queries.ts";

/** The presenters of an event, and who changes them: as in changes.actor. */
interface Place {
  readonly clientId: number;
  readonly eventId: number;
  readonly actor: string;
}

interface Details {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly role: PresenterRole;
}

/** Lets somebody present in an event, by a link of their own. */
export async function addPresenter(db: Db, place: Place, details: Details): Promise<Presenter> {
  const { clientId, eventId, actor } = place;
  const read = readDetails(details);
  return inTransaction(db, async (tx) => {
    const presenter = await insertPresenter(tx, { clientId, eventId, ...details, ...read });
    await presenterChanges.record(tx, "presenter.added", { clientId, eventId, subjectId: presenter.id, actor });
    return presenter;
  });
}

/** Changes who somebody is; the link stays. Whoever is in the room in another role comes in again. */
export async function changePresenter(
  db: Db,
  place: Place,
  presenterId: number,
  details: Partial<Details>,
): Promise<Presenter> {
  const read = { ...details, ...readDetails(details) };
  return edit(db, place, presenterId, async (tx, presenter, happening) => {
    const fields = (Object.keys(read) as (keyof Details)[]).filter((field) => read[field] !== presenter[field]);
    if (fields.length === 0) return presenter;
    await presenterChanges.record(tx, "presenter.updated", { ...happening, fields });
    return updatePresenter(tx, presenter, read);
  });
}

/** Gives somebody another link; the old one ends at once, in every process. */
export async function renewLink(db: Db, place: Place, presenterId: number): Promise<Presenter> {
  return edit(db, place, presenterId, async (tx, presenter, happening) => {
    await presenterChanges.record(tx, "presenter.link-renewed", happening);
    return updatePresenter(tx, presenter, { linkVersion: presenter.linkVersion + 1 });
  });
}

/** Ends somebody's link for good; what they did stays. */
export async function revokePresenter(db: Db, place: Place, presenterId: number, now: Date): Promise<Presenter> {
  return edit(db, place, presenterId, async (tx, presenter, happening) => {
    await presenterChanges.record(tx, "presenter.revoked", happening);
    return updatePresenter(tx, presenter, { revokedAt: now });
  });
}

type Happening = Place & { readonly subjectId: number };

async function edit(
  db: Db,
  { clientId, eventId, actor }: Place,
  presenterId: number,
  write: (tx: Db, presenter: Presenter, happening: Happening) => Promise<Presenter>,
): Promise<Presenter> {
  return inTransaction(db, async (tx) => {
    const presenter =
      (await lockPresenter(tx, { clientId, eventId }, presenterId)) ?? fail("presenter.unknown", { presenterId });
    return write(tx, presenter, { clientId, eventId, actor, subjectId: presenterId });
  });
}

function readDetails({ firstName, lastName, email }: Partial<Details>) {
  return {
    ...(firstName !== undefined && { firstName: readName("first", firstName) }),
    ...(lastName !== undefined && { lastName: readName("last", lastName) }),
    ...(email !== undefined && { email: readEmailAddress(email)?.text ?? fail("presenter.emailInvalid") }),
  };
}

function readName(which: "first" | "last", name: string): string {
  return isBlank(name) ? fail("presenter.nameMissing", { which }) : trimBlanks(name);
}
