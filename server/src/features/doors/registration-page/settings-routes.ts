import type { Kysely } from "kysely";
import type { Static } from "typebox";
import type { Db } from "../../../db/database.ts";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import { getAdmissionEvent } from "../../admission/registration/admission-event.ts";
import { findSettings } from "./page-event.ts";
import { PageSettings, ShownSettings } from "./schema.ts";
import { setPage } from "./set-page.ts";

export interface PageSettingsDeps {
  readonly db: Kysely<Database>;
  /** What is in memory of events. */
  readonly events: Pick<LoadCache<number, never>, "drop">;
}

/** What a registration page asks and shows, and which sites may show it. */
export function pageSettingsRoutes(web: Web, { db, events }: PageSettingsDeps): void {
  const path = "/clients/{clientId}/events/{eventId}/registration-page";

  web.operation("getRegistrationPage", {
    route: `GET ${path}`,
    right: "events.read",
    group: "Admission",
    summary: "What a registration page asks and shows",
    answer: ShownSettings,
    handle: ({ event }) => show(db, event.id),
  });

  web.operation("setRegistrationPage", {
    route: `PUT ${path}`,
    right: "events.manage",
    group: "Admission",
    summary: "Change what a registration page asks and shows",
    description: "What is not given stays; fields are given all together, in their order.",
    body: PageSettings,
    answer: ShownSettings,
    handle: async ({ actor, client, event, body }) => {
      await setPage(db, { clientId: client.id, eventId: event.id }, body, actor);
      events.drop(event.id);
      return show(db, event.id);
    },
  });
}

async function show(db: Db, eventId: number): Promise<Static<typeof ShownSettings>> {
  const event = await getAdmissionEvent(db, eventId);
  const settings = await findSettings(db, event.clientId, eventId);
  const fields = event.registrationFields.map((field) => ({ ...field, options: field.options && [...field.options] }));
  return { ...settings, embedOrigins: event.embedOrigins, fields } as Static<typeof ShownSettings>;
}
