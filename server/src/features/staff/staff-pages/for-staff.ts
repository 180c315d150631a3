import type { Db } from "../../../db/database.ts";
import { one } from "../../../http/forms.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { getEventAt } from "../../webinars/events/open-event.ts";
import { findPageEvent, type PageEvent } from "../../webinars/events/page-queries.ts";

/** Makes a handler of what is shown to the staff of an event, who ask for it as `?e={event}&k={staff key}`. */
export function forStaff({ db }: { db: Db }, show: (event: PageEvent, visit: Visit) => Promise<unknown>) {
  return async (visit: Visit) => {
    const address = { id: one(visit.query, "e"), key: one(visit.query, "k") };
    return show(await getEventAt((id) => findPageEvent(db, id), address, "staffKey"), visit);
  };
}
