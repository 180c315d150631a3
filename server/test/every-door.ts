import type { Selectable } from "kysely";
import type { Events } from "../src/db/types.ts";
import type { Door } from "../src/features/admission/registration/gates/doors.ts";
import type { TestToken } from "./builders.ts";
import { createImporter } from "./import-fixture.ts";
import { createVisitor } from "./page-fixture.ts";
import { createSamlBrowser } from "./saml-browser.ts";
import { createCallers } from "./seamless-fixture.ts";
import { type SsoApp, setUpIdp } from "./single-sign-on.ts";

/** What somebody gives, by wire names. */
export type Given = Readonly<Record<string, string>>;

export interface EveryDoor {
  readonly token: TestToken;
  /** Brings somebody to an event of the client by a door; who is refused there is no fault. */
  enter(door: Door, event: Selectable<Events>, given: Given): Promise<void>;
  people(event: Selectable<Events>): Promise<Record<string, string | null>[]>;
  close(): Promise<void>;
}

/** A client whose people come by the real page, REST, a form elsewhere, an identity provider and lists. */
export async function openEveryDoor(app: SsoApp): Promise<EveryDoor> {
  const client = await app.build.client();
  const token = await app.build.token(client.id);
  const attributes = { company: "company", workPhone: "workphone", marketingEmail: "marketingemail", std1: "std1" };
  const sso = await setUpIdp(app, client.id, { attributes });

  const enterBy: Record<Door, (event: Selectable<Events>, given: Given) => Promise<unknown>> = {
    rest: (event, given) => app.call(token, `POST /client/${client.id}/event/${event.id}/registrant`, { form: given }),
    page: (event, given) => createVisitor(app).post(`/wcc/r/${event.id}/${event.audienceKey}`, given),
    seamless: (event, given) =>
      createCallers(app).post("/seamlessreg", { ...given, eventid: event.id, key: event.audienceKey }),
    async saml(event, given) {
      sso.idp.person = { nameId: "x1", attributes: given };
      const path = `/saml/${sso.clientId}/${sso.providerId}/login`;
      await createSamlBrowser().open(`${app.url}${path}?event=${event.id}&key=${event.audienceKey}`);
    },
    import: (event, given) =>
      createImporter(app).run(
        event,
        `${Object.keys(given).join()}\n${Object.values(given)
          .map((value) => `"${value}"`)
          .join()}\n`,
      ),
  };
  return {
    token,
    enter: async (door, event, given) => void (await enterBy[door](event, given)),
    async people(event) {
      const sql = "select * from registrants where event_id = $1 order by id";
      return (await app.database.pool.query(sql, [event.id])).rows;
    },
    close: () => sso.idp.close(),
  };
}
