import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail, Refusal } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import { listStaffSignIns } from "../../doors/single-sign-on/providers/list-sign-ins.ts";
import { getListedEvent } from "../../insight/analytics/queries.ts";
import { listCaptions } from "../../webinars/captions/queries.ts";
import { listConsole } from "../../webinars/console/list-console.ts";
import { encoderAddresses, eventAddresses } from "../../webinars/events/addresses.ts";
import { endEvent } from "../../webinars/events/end-event.ts";
import { listRegistrationsPerDay, type PageEvent } from "../../webinars/events/page-queries.ts";
import { startEvent } from "../../webinars/events/start-event.ts";
import { listEventVideos } from "../../webinars/media/queries.ts";
import { listEventSlides } from "../../webinars/slides/queries.ts";
import { entrancePage } from "./entrance-page.ts";
import { forStaff } from "./for-staff.ts";
import { listWork } from "./preparation.ts";
import { presentPage } from "./present-page.ts";
import { previewPage } from "./preview-page.ts";
import { reportPage } from "./report-page.ts";

export interface StaffPageDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
  now(): Date;
}

/** What an event's staff look at. */
export function staffPages(pages: Pages, deps: StaffPageDeps): void {
  const { db, now, publicUrl } = deps;

  const preview = forStaff(deps, async (event, visit) => {
    const { clientId, id } = event;
    const [widgets, videos, slides, captions] = await Promise.all([
      listConsole(db, clientId, id),
      listEventVideos(db, clientId, id),
      listEventSlides(db, clientId, id),
      listCaptions(db, clientId, id),
    ]);
    // Banners may come from anywhere.
    return visit.show(previewPage(event, { widgets, videos, slides, captions }, now()), { showsForeignImages: true });
  });
  pages.get("/webcast/previewlobby", preview);

  const report = forStaff(deps, async (event, visit) => {
    const { clientId, id } = event;
    const [totals, days] = await Promise.all([
      getListedEvent(db, clientId, id),
      listRegistrationsPerDay(db, clientId, event),
    ]);
    const audienceAddress = eventAddresses(event, publicUrl).audience;
    return visit.show(
      reportPage({ event, totals: totals ?? fail("event.deleted"), days, now: now(), audienceAddress }),
    );
  });
  pages.get("/webcast/report", report);

  pages.get("/webcast/login", async (visit) => {
    const client = one(visit.query, "client")?.trim() || undefined;
    const clientId = readId(client);
    const signIns = clientId === undefined ? [] : await listStaffSignIns(db, clientId);
    return visit.show(entrancePage({ client, signIns }), { isOpen: true });
  });
}

/** Where presenters see whether everything is ready, start their event and end it. */
export function presentPages(pages: Pages, deps: StaffPageDeps): void {
  const { db, now, publicUrl } = deps;

  const showPresent = async (event: PageEvent, visit: Visit, refusal?: Refusal) => {
    const work = await listWork(db, event);
    const encoders = event.type === "encodeonsite" ? encoderAddresses(event, publicUrl) : [];
    const text = presentPage({ event, now: now(), ...work, encoders, ...(refusal && { refusal: refusal.message }) });
    return visit.show(text, { ...(refusal && { status: refusal.status }) });
  };
  pages.get("/webcast/present", forStaff(deps, showPresent));

  for (const [name, change] of [
    ["start", startEvent],
    ["end", endEvent],
  ] as const) {
    const press = forStaff(deps, async (event, visit) => {
      try {
        await change(db, event.clientId, event.id, { now: now(), actor: "page:present" });
      } catch (error) {
        if (error instanceof Refusal) return showPresent(event, visit, error);
        throw error;
      }
      return visit.leadTo(eventAddresses(event, "").present);
    });
    pages.post(`/webcast/present/${name}`, press);
  }
}
