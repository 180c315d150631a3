import type { Kysely } from "kysely";
import Type, { type Static } from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { findSettings } from "./page-event.ts";
import { PageSettings, ShownSettings } from "./schema.ts";
import { setPage } from "./set-page.ts";

const params = Type.Object({ clientId: Type.Integer(), eventId: Type.Integer() });
const common = {
  tags: ["Admission"],
  security: [{ operatorKey: [] }],
  params,
  response: { 200: ShownSettings, ...problems },
};

export interface PageSettingsDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
}

/** What a registration page asks and shows, and which sites may show it. */
export function pageSettingsRoutes(web: WebApp, { db, events }: PageSettingsDeps): void {
  const path = "/clients/:clientId/events/:eventId/registration-page";

  const show = async ({ clientId, eventId }: Static<typeof params>): Promise<Static<typeof ShownSettings>> => {
    const event = await events.get(eventId);
    if (event?.clientId !== clientId) fail("event.unknown", { eventId });
    const settings = await findSettings(db, clientId, eventId);
    const fields = event.registrationFields.map((field) => ({
      ...field,
      options: field.options && [...field.options],
    }));
    return { ...settings, embedOrigins: event.embedOrigins, fields } as Static<typeof ShownSettings>;
  };

  web.get(path, {
    schema: { ...common, operationId: "getRegistrationPage", summary: "What a registration page asks and shows" },
    handler: ({ params: key }) => show(key),
  });

  web.put(path, {
    schema: {
      ...common,
      body: PageSettings,
      operationId: "setRegistrationPage",
      summary: "Change what a registration page asks and shows",
      description: "What is not given stays; fields are given all together, in their order.",
    },
    handler: async ({ params: key, body }) => {
      await setPage(db, key, body, "operator");
      events.drop(key.eventId);
      return show(key);
    },
  });
}
