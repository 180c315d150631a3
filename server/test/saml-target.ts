import type { Selectable } from "kysely";
import { afterAll, expect } from "vitest";
import type { Events } from "../src/db/types.ts";
import { operated } from "./operator-api.ts";
import { createSamlBrowser } from "./saml-browser.ts";
import { type SetUpIdp, type SsoApp, setUpIdp, withSsoApp } from "./single-sign-on.ts";

/** An app that strangers' answers are tried on. */
export interface SamlTarget {
  readonly app: SsoApp;
  readonly sso: SetUpIdp;
  /** Another client with an identity provider of its own. */
  readonly other: SetUpIdp;
  readonly event: Selectable<Events>;
  loginOf(one: SetUpIdp): string;
  allowUnsolicited(isUnsolicitedAllowed: boolean): Promise<unknown>;
  /** Asks for a sign-in as a browser would; answers with the request's id. */
  ask(): Promise<string>;
  requests(): Promise<{ id: string; clientId: number }[]>;
  bring(xml: string): Promise<Response>;
  /** Brings an answer that must change nothing and tell nothing. */
  expectRefused(xml: string, text?: string): Promise<void>;
}

/** To be asked for at the top of a file. */
export async function withSamlTarget(): Promise<SamlTarget> {
  const app = await withSsoApp();
  const sso = await setUpIdp(app, (await app.build.client()).id, {
    purposes: ["audience", "staff"],
    createsUsers: true,
  });
  const other = await setUpIdp(app, (await app.build.client()).id);
  afterAll(async () => {
    await sso.idp.close();
    await other.idp.close();
  });
  const event = await app.build.event(sso.clientId);
  const { db } = app.database;
  const loginOf = (one: SetUpIdp) =>
    `${app.url}/saml/${one.clientId}/${one.providerId}/login?event=${event.id}&key=${event.audienceKey}`;
  const requests = () => db.selectFrom("samlRequests").selectAll().orderBy("expiresAt", "desc").execute();
  const bring = (xml: string) =>
    createSamlBrowser().post(sso.relying.acs, {
      SAMLResponse: Buffer.from(xml).toString("base64"),
      RelayState: `${event.id}/${event.audienceKey}`,
    });
  return {
    ...{ app, sso, other, event, loginOf, requests, bring },
    allowUnsolicited: (isUnsolicitedAllowed) =>
      operated(app, `PATCH /clients/${sso.clientId}/identity-providers/${sso.providerId}`, { isUnsolicitedAllowed }),
    async ask() {
      await createSamlBrowser().load(loginOf(sso));
      return (await requests())[0]?.id ?? "";
    },
    async expectRefused(xml, text = "The answer of your identity provider was not accepted.") {
      const before = await countWritten(app);
      const response = await bring(xml);
      expect(response.status).toBe(403);
      const page = await response.text();
      expect(page).toContain(text);
      expect(page).not.toMatch(/signature|digest|xml|issuer|audience|assertion/i);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(await countWritten(app)).toEqual(before);
    },
  };
}

/** Everything that a sign-in would write. */
async function countWritten({ database: { db } }: SsoApp): Promise<number[]> {
  const tables = ["registrants", "users", "samlRequests", "samlAssertions", "ssoSessions", "staffSessions"] as const;
  return Promise.all(tables.map(async (table) => (await db.selectFrom(table).selectAll().execute()).length));
}
