import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RegistrationPages } from "../../../db/types.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import type { ClientRecord } from "../../base/accounts/client-record.ts";
import { type ListedSpeaker, listConsole } from "../../webinars/console/list-console.ts";
import { listAudienceSignIns, type SignIn } from "../single-sign-on/providers/list-sign-ins.ts";

/** All that is the same for every visitor of an event's pages. */
export interface FormEvent {
  readonly event: AdmissionEvent;
  readonly client: ClientRecord;
  readonly speakers: readonly ListedSpeaker[];
  readonly settings: Pick<Selectable<RegistrationPages>, "banner" | "bannerText" | "intro">;
  /** Ways in beside the form. */
  readonly signIns: readonly SignIn[];
}

interface Kept {
  readonly client: ClientRecord;
  readonly loading: Promise<FormEvent>;
}

/** Kept as long as event and client are kept in memory: triggers on whatever the pages show drop one of them. */
const keptByEvent = new WeakMap<AdmissionEvent, Kept>();

export function getFormEvent(db: Db, event: AdmissionEvent, client: ClientRecord): Promise<FormEvent> {
  const kept = keptByEvent.get(event);
  if (kept?.client === client) return kept.loading;
  const loading = loadFormEvent(db, event, client);
  keptByEvent.set(event, { client, loading });
  loading.catch(() => keptByEvent.delete(event));
  return loading;
}

async function loadFormEvent(db: Db, event: AdmissionEvent, client: ClientRecord): Promise<FormEvent> {
  const { clientId, id } = event;
  const [widgets, settings, signIns] = await Promise.all([
    listConsole(db, clientId, id),
    findSettings(db, clientId, id),
    listAudienceSignIns(db, clientId, event),
  ]);
  const speakers = widgets.flatMap((widget) => widget.speakers);
  return { event, client, speakers, settings: settings ?? { banner: null, bannerText: null, intro: null }, signIns };
}

export async function findSettings(db: Db, clientId: number, eventId: number) {
  return db
    .selectFrom("registrationPages")
    .select(["banner", "bannerText", "intro"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .executeTakeFirst();
}
