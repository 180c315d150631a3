import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { Refusal } from "../../../errors.ts";
import { type Fields, one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import { getAdmissionEvent } from "../../admission/registration/admission-event.ts";
import { waitingStatuses } from "../../admission/registration/people/registrant-status.ts";
import { decideApproval } from "../../admission/registration/waiting/decide-approval.ts";
import { readPosition, writePosition } from "../../admission/registration/waiting/waiting-position.ts";
import {
  countWaiting,
  listWaiting,
  type WaitingCounts,
  type WaitingStatus,
} from "../../admission/registration/waiting/waiting-queries.ts";
import { signedInAddresses } from "../../webinars/events/addresses.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import { type DoorView, doorPage, doorTabs } from "./door-page.ts";
import { forStaff, type OpenedEvent, type StaffDeps } from "./for-staff.ts";

export interface DoorDeps extends StaffDeps {
  readonly db: Kysely<Database>;
}

const PAGE_SIZE = 100;

/** Who waits for an event, and the buttons that let in or turn away. */
export function doorPages(pages: Pages, deps: DoorDeps): void {
  const { db, now } = deps;

  const show = async (opened: OpenedEvent, visit: Visit, refusal?: Refusal) => {
    const { event } = opened;
    const counts = await countWaiting(db, event.clientId, event.id);
    const view = readView(visit.query, counts);
    const after = view.after === undefined ? undefined : readPosition(view.after);
    const { people, next } = await listWaiting(db, event.clientId, event.id, { ...view, after, limit: PAGE_SIZE });
    const { gates } = await getAdmissionEvent(db, event.id);
    const text = doorPage({
      opened,
      now: now(),
      view,
      counts,
      people,
      gates,
      next: next && writePosition(next),
      refusal: refusal?.message,
    });
    return visit.show(text, { ...(refusal && { status: refusal.status }) });
  };
  pages.get("/webcast/door", forStaff(deps, "door", show));

  for (const decision of ["accept", "deny"] as const) {
    const press = forStaff(deps, "door", async (opened, visit) => {
      const { event, actor } = opened;
      const registrantId = readId(one(visit.query, "r")) ?? 0;
      const key = { clientId: event.clientId, eventId: event.id, registrantId };
      try {
        const done = await decideApproval(db, key, decision, { actor, now: now() });
        return visit.leadTo(withView(event, { ...visit.query, done }));
      } catch (error) {
        if (error instanceof Refusal) return show(opened, visit, error);
        throw error;
      }
    });
    pages.post(`/webcast/door/${decision}`, press);
  }
}

/** What is looked at: without a choice, the first list that has anybody in it. */
function readView(query: Fields, counts: WaitingCounts): DoorView {
  const chosen = waitingStatuses.find((status) => status === one(query, "s"));
  const first: WaitingStatus | undefined = doorTabs.find((status) => counts[status] > 0);
  return {
    status: chosen ?? first ?? "pending",
    search: one(query, "q")?.trim().slice(0, 100) || undefined,
    after: one(query, "after"),
    done: one(query, "done"),
  };
}

/** Back to the same list after a button. */
function withView(event: PageEvent, view: Fields): string {
  const address = new URL(signedInAddresses(event, "http://localhost").door);
  for (const name of ["s", "q", "after", "done"]) {
    const value = one(view, name);
    if (value) address.searchParams.set(name, value);
  }
  return address.pathname + address.search;
}
