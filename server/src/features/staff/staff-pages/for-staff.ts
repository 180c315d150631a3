import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { findClient } from "../../base/accounts/queries.ts";
import { readStaffUser } from "../../base/staff-sessions/read-staff-user.ts";
import { callerOf } from "../../base/staff-sessions/staff-caller.ts";
import { signedInAddresses } from "../../webinars/events/addresses.ts";
import { keyColumns } from "../../webinars/events/event-keys.ts";
import { findEventAt } from "../../webinars/events/open-event.ts";
import { findPageEvent, type PageEvent } from "../../webinars/events/page-queries.ts";
import { everyPlace, placesFor, type StaffPlace } from "../../webinars/events/staff-places.ts";
import { isLetIn } from "./operator-link.ts";

export interface StaffDeps {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  now(): Date;
}

/** Those about people open for nobody by a key alone. Where the key of a place leads: who presents may look at the preview. */
const placesByKey = { preview: ["preview"], present: ["preview", "present"], report: ["report"] } as const;

/** An event as the staff see it who came, and the pages that are open to them. */
export interface OpenedEvent {
  readonly event: PageEvent;
  readonly places: readonly StaffPlace[];
  /** As the record of changes names whoever came. */
  readonly actor: string;
}

/** Makes a handler of a page `?e={event}` for staff: who is signed in, or brings the key of this page as `&k={key}`. */
export function forStaff(
  deps: StaffDeps,
  place: StaffPlace,
  show: (opened: OpenedEvent, visit: Visit) => Promise<unknown>,
) {
  return async (visit: Visit) => {
    const signedIn = await openSignedIn(deps, place, visit);
    const opened = signedIn?.places.includes(place) ? signedIn : await openByKey(deps, place, visit);
    if (!opened && needsSignIn(place)) return leadToSignIn(visit, place);
    // With its client every way in is closed.
    if (!opened?.event.isClientActive) fail("visit.unknown");
    if (opened.event.deletedAt) fail("event.deleted");
    return show(opened, visit);
  };
}

type SignedInPlace = Exclude<StaffPlace, keyof typeof placesByKey>;

const needsSignIn = (place: StaffPlace): place is SignedInPlace => !(place in placesByKey);

async function openByKey({ db }: StaffDeps, place: StaffPlace, { query }: Visit): Promise<OpenedEvent | undefined> {
  if (needsSignIn(place)) return undefined;
  const address = { id: one(query, "e"), key: one(query, "k") };
  const event = await findEventAt((id) => findPageEvent(db, id), address, keyColumns[place]);
  return event && { event, places: placesByKey[place], actor: `page:${place}` };
}

/** For staff of the event's client or one above it, as far as their rights go, and for whoever the operator has let in to this event. */
async function openSignedIn(
  deps: StaffDeps,
  place: StaffPlace,
  { request, query }: Visit,
): Promise<OpenedEvent | undefined> {
  const id = readId(one(query, "e"));
  if (id === undefined) return undefined;
  const isGuest = isLetIn(request, deps, id);
  const user = isGuest ? undefined : await readStaffUser(request, deps);
  if (!isGuest && !user) return undefined;
  const event = await findPageEvent(deps.db, id);
  if (!event) return undefined;
  if (!user) return { event, places: everyPlace, actor: `page:${place}` };
  const caller = callerOf(user);
  const places = placesFor(caller, await findClient(deps.db, event.clientId));
  return places.length > 0 ? { event, places, actor: caller.actor } : undefined;
}

/** The same for every event, whether there is such a one or not. */
function leadToSignIn(visit: Visit, place: SignedInPlace) {
  const id = readId(one(visit.query, "e"));
  const page = id === undefined ? "/webcast/home" : signedInAddresses({ id }, "")[place];
  return visit.leadTo(`/webcast/login?${new URLSearchParams({ page })}`);
}
