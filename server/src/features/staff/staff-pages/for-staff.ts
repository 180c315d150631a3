import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { readStaffUser, seesEvents } from "../../base/staff-sessions/read-staff-user.ts";
import { signedInAddresses } from "../../webinars/events/addresses.ts";
import { keyColumns } from "../../webinars/events/event-keys.ts";
import { findEventAt } from "../../webinars/events/open-event.ts";
import { findPageEvent, type PageEvent } from "../../webinars/events/page-queries.ts";
import { isLetIn } from "./operator-link.ts";

export interface StaffDeps {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  now(): Date;
}

/** The pages of an event's staff. Those about people open for nobody by a key alone. */
export type StaffPlace = "preview" | "present" | "report" | "door" | "mailbox";

const everyPlace: readonly StaffPlace[] = ["preview", "present", "door", "mailbox", "report"];

/** Where the key of a place leads: who presents may look at the preview. */
const placesByKey = { preview: ["preview"], present: ["preview", "present"], report: ["report"] } as const;

/** An event as the staff see it who came, and the pages that are open to them. */
export interface OpenedEvent {
  readonly event: PageEvent;
  readonly places: readonly StaffPlace[];
}

/** Makes a handler of a page `?e={event}` for staff: who is signed in, or brings the key of this page as `&k={key}`. */
export function forStaff(
  deps: StaffDeps,
  place: StaffPlace,
  show: (opened: OpenedEvent, visit: Visit) => Promise<unknown>,
) {
  return async (visit: Visit) => {
    const opened = (await openSignedIn(deps, visit)) ?? (await openByKey(deps, place, visit));
    if (!opened && needsSignIn(place)) return leadToSignIn(visit, place);
    // With its client every way in is closed.
    if (!opened?.event.isClientActive) fail("visit.unknown");
    if (opened.event.deletedAt) fail("event.deleted");
    return show(opened, visit);
  };
}

const needsSignIn = (place: StaffPlace): place is "door" | "mailbox" => !(place in placesByKey);

async function openByKey({ db }: StaffDeps, place: StaffPlace, { query }: Visit): Promise<OpenedEvent | undefined> {
  if (needsSignIn(place)) return undefined;
  const address = { id: one(query, "e"), key: one(query, "k") };
  const event = await findEventAt((id) => findPageEvent(db, id), address, keyColumns[place]);
  return event && { event, places: placesByKey[place] };
}

/** For staff of the event's client, and for whoever the operator has let in to this event. */
async function openSignedIn(deps: StaffDeps, { request, query }: Visit): Promise<OpenedEvent | undefined> {
  const id = readId(one(query, "e"));
  if (id === undefined) return undefined;
  const isGuest = isLetIn(request, deps, id);
  const user = isGuest ? undefined : await readStaffUser(request, deps);
  if (!isGuest && !(user && seesEvents(user))) return undefined;
  const event = await findPageEvent(deps.db, id);
  const isTheirs = event !== undefined && (isGuest || event.clientId === user?.clientId);
  return isTheirs ? { event, places: everyPlace } : undefined;
}

/** The same for every event, whether there is such a one or not. */
function leadToSignIn(visit: Visit, place: "door" | "mailbox") {
  const id = readId(one(visit.query, "e"));
  const page = id === undefined ? "/webcast/home" : signedInAddresses({ id }, "")[place];
  return visit.leadTo(`/webcast/login?${new URLSearchParams({ page })}`);
}
