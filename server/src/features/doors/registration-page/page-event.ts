import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RegistrationPages } from "../../../db/types.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import type { ClientRecord } from "../../base/accounts/client-record.ts";
import { type ListedSpeaker, listConsole } from "../../webinars/console/list-console.ts";

/** All that is the same for every visitor of an event's registration page. */
export interface PageParts {
  readonly speakers: readonly ListedSpeaker[];
  readonly settings: Pick<Selectable<RegistrationPages>, "banner" | "bannerText" | "intro">;
}

export interface FormEvent extends PageParts {
  readonly event: AdmissionEvent;
  readonly client: ClientRecord;
}

/** Kept as long as the event itself is kept in memory: triggers on whatever the page shows drop both. */
const partsByEvent = new WeakMap<AdmissionEvent, Promise<PageParts>>();

export function getPageParts(db: Db, event: AdmissionEvent): Promise<PageParts> {
  const known = partsByEvent.get(event);
  if (known) return known;
  const loading = loadParts(db, event);
  partsByEvent.set(event, loading);
  loading.catch(() => partsByEvent.delete(event));
  return loading;
}

async function loadParts(db: Db, { clientId, id }: AdmissionEvent): Promise<PageParts> {
  const [widgets, settings] = await Promise.all([listConsole(db, clientId, id), findSettings(db, clientId, id)]);
  return {
    speakers: widgets.flatMap((widget) => widget.speakers),
    settings: settings ?? { banner: null, bannerText: null, intro: null },
  };
}

export async function findSettings(db: Db, clientId: number, eventId: number) {
  return db
    .selectFrom("registrationPages")
    .select(["banner", "bannerText", "intro"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .executeTakeFirst();
}
