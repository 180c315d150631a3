import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail, Refusal } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import { listPolls } from "../../attending/polls/queries.ts";
import { getListedEvent } from "../../insight/analytics/queries.ts";
import { listCaptions } from "../../webinars/captions/queries.ts";
import { listConsole } from "../../webinars/console/list-console.ts";
import {
  audienceAddresses,
  encoderAddresses,
  eventAddresses,
  signedInAddresses,
} from "../../webinars/events/addresses.ts";
import { endEvent } from "../../webinars/events/end-event.ts";
import { listRegistrationsPerDay } from "../../webinars/events/page-queries.ts";
import { startEvent } from "../../webinars/events/start-event.ts";
import { listEventVideos } from "../../webinars/media/queries.ts";
import { listEventSlides } from "../../webinars/slides/queries.ts";
import { forStaff, type OpenedEvent, type StaffDeps } from "./for-staff.ts";
import { takeOperatorLink } from "./operator-link.ts";
import { listWork } from "./preparation.ts";
import { presentPage } from "./present-page.ts";
import { previewPage } from "./preview-page.ts";
import { reportPage } from "./report-page.ts";

export interface StaffPageDeps extends StaffDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** Where staff come in by a link of the operator's. */
export function entrancePages(all: Pages, { now, sealer, publicUrl }: StaffPageDeps): void {
  const pages = all.with({ limit: "staff" });
  pages.get("/webcast/enter", async (visit) => {
    const eventId = readId(one(visit.query, "e")) ?? fail("visit.unknown");
    const link = { eventId, key: one(visit.query, "k") ?? "", now: now() };
    if (!takeOperatorLink(visit.reply, { sealer, publicUrl }, link)) fail("visit.unknown");
    return visit.leadTo(signedInAddresses({ id: eventId }, "").door);
  });
}

/** What an event's staff look at. */
export function staffPages(pages: Pages, deps: StaffPageDeps): void {
  const { db, now, publicUrl } = deps;

  const preview = forStaff(deps, "preview", async (opened, visit) => {
    const { clientId, id } = opened.event;
    const [widgets, videos, slides, captions, polls] = await Promise.all([
      listConsole(db, clientId, id),
      listEventVideos(db, clientId, id),
      listEventSlides(db, clientId, id),
      listCaptions(db, clientId, id),
      listPolls(db, { clientId, eventId: id }, { isPractice: false }),
    ]);
    const parts = { widgets, videos, slides, captions, polls };
    // Banners may come from anywhere.
    return visit.show(previewPage(opened, parts, now()), { showsForeignImages: true });
  });
  pages.get("/webcast/previewlobby", preview);

  const report = forStaff(deps, "report", async (opened, visit) => {
    const { event } = opened;
    const { clientId, id } = event;
    const [totals, days] = await Promise.all([
      getListedEvent(db, clientId, id),
      listRegistrationsPerDay(db, clientId, event),
    ]);
    const audienceAddress = audienceAddresses(event, publicUrl).audience;
    return visit.show(
      reportPage({ opened, totals: totals ?? fail("event.deleted"), days, now: now(), audienceAddress }),
    );
  });
  pages.get("/webcast/report", report);
}

/** Where presenters see whether everything is ready, start their event and end it. */
export function presentPages(pages: Pages, deps: StaffPageDeps): void {
  const { db, now, publicUrl } = deps;

  const showPresent = async (opened: OpenedEvent, visit: Visit, refusal?: Refusal) => {
    const { event } = opened;
    const work = await listWork(db, event);
    const encoders = event.type === "encodeonsite" ? encoderAddresses(event, publicUrl) : [];
    const text = presentPage({ opened, now: now(), ...work, encoders, ...(refusal && { refusal: refusal.message }) });
    return visit.show(text, { ...(refusal && { status: refusal.status }) });
  };
  pages.get("/webcast/present", forStaff(deps, "present", showPresent));

  for (const [name, change] of [
    ["start", startEvent],
    ["end", endEvent],
  ] as const) {
    const press = forStaff(deps, "present", async (opened, visit) => {
      const { event, actor } = opened;
      try {
        await change(db, event.clientId, event.id, { now: now(), actor });
      } catch (error) {
        if (error instanceof Refusal) return showPresent(opened, visit, error);
        throw error;
      }
      return visit.leadTo(eventAddresses(event, "").present);
    });
    pages.post(`/webcast/present/${name}`, press);
  }
}
