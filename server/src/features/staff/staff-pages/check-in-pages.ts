import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail, Refusal } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import { readTicket } from "../../admission/registration/people/ticket.ts";
import { checkIn } from "../../attending/check-ins/check-in.ts";
import { countCheckIns, findGuest, searchGuests } from "../../attending/check-ins/queries.ts";
import { signedInAddresses } from "../../webinars/events/addresses.ts";
import { checkInPage } from "./check-in-page.ts";
import { forStaff, type OpenedEvent, type StaffDeps } from "./for-staff.ts";

interface CheckInPageDeps extends StaffDeps {
  readonly db: Kysely<Database>;
}

const MOST_FOUND = 20;

/** The entrance of a hybrid event: staff scan tickets or find people by name, and check them in by a button. */
export function checkInPages(pages: Pages, deps: CheckInPageDeps): void {
  const { db, now, sealer } = deps;

  const show = async (opened: OpenedEvent, visit: Visit, refusal?: Refusal) => {
    const { event } = opened;
    if (!event.isHybrid) fail("checkIn.notHybrid", { eventId: event.id });
    const place = { clientId: event.clientId, eventId: event.id };
    const search = one(visit.query, "q")?.trim().slice(0, 100) || undefined;
    const scanned = one(visit.query, "c");
    const known = scanned === undefined ? readId(one(visit.query, "done")) : readTicket(sealer, scanned);
    const guest = known === undefined ? undefined : await findGuest(db, place, known);
    const isUnreadable = scanned !== undefined && !guest;
    const text = checkInPage({
      ...{ opened, now: now(), search, counts: await countCheckIns(db, place) },
      found: search === undefined ? [] : await searchGuests(db, place, search, MOST_FOUND),
      asked: scanned === undefined ? undefined : guest,
      done: scanned === undefined ? guest : undefined,
      refusal: refusal ?? (isUnreadable ? new Refusal("checkIn.unknown", { eventId: event.id }) : undefined),
    });
    return visit.show(text, { ...(refusal && { status: refusal.status }) });
  };
  pages.get("/webcast/check-in", forStaff(deps, "check-in", show));

  const press = forStaff(deps, "check-in", async (opened, visit) => {
    const { event } = opened;
    try {
      const ticket = one(visit.form, "ticket");
      const registrantId = ticket === undefined ? readId(one(visit.form, "r")) : readTicket(sealer, ticket);
      if (registrantId === undefined) fail("checkIn.unreadable");
      await checkIn(deps, event, registrantId, "page:check-in");
      const scanning = one(visit.form, "scanning") === undefined ? "" : "&scanning=1";
      return visit.leadTo(`${signedInAddresses(event, "")["check-in"]}&done=${registrantId}${scanning}`);
    } catch (error) {
      if (error instanceof Refusal) return show(opened, visit, error);
      throw error;
    }
  });
  pages.post("/webcast/check-in", press);
}
