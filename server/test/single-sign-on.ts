import { type TestApp, withApp } from "./harness.ts";
import { type IdpPerson, type Relying, startIdp, type TestIdp } from "./identity-provider.ts";
import { operated } from "./operator-api.ts";
import { findFreePort } from "./program.ts";

export interface SsoApp extends TestApp {
  /** Where it listens, and what it calls itself. */
  readonly url: string;
}

let port: Promise<number> | undefined;

/** The app on a port that it knows beforehand: SAML compares whole addresses. */
export async function withSsoApp(): Promise<SsoApp> {
  port ??= findFreePort();
  const url = `http://127.0.0.1:${await port}`;
  const app = await withApp({ publicUrl: url, isPrivateMetadataAllowed: true });
  await app.listen(await port);
  return { ...app, url };
}

export const ada: IdpPerson = {
  nameId: "ada@example.com",
  nameIdFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
  attributes: {
    "urn:oid:0.9.2342.19200300.100.1.3": "ada@example.com",
    "urn:oid:2.5.4.42": "Ada",
    "urn:oid:2.5.4.4": "Lovelace",
    department: "Engines",
  },
};

export interface SetUpIdp {
  readonly idp: TestIdp;
  readonly clientId: number;
  readonly providerId: number;
  readonly relying: Relying;
}

/** An identity provider that a client takes, over our API, the way an operator sets it up. */
export async function setUpIdp(app: SsoApp, clientId: number, settings: object = {}): Promise<SetUpIdp> {
  const sp = await operated<{ entityId: string; acsUrl: string; sloUrl: string; keys: { certificate: string }[] }>(
    app,
    `GET /clients/${clientId}/service-provider`,
  );
  const relying: Relying = {
    ...{ entityId: sp.entityId, acs: sp.acsUrl, slo: sp.sloUrl },
    certificate: sp.keys[0]?.certificate ?? "",
  };
  const idp = await startIdp(structuredClone(ada), () => relying);
  const { providerId } = await operated<{ providerId: number }>(app, `POST /clients/${clientId}/identity-providers`, {
    name: "Analytical Engines",
    purposes: ["audience"],
    metadataUrl: idp.metadataUrl,
    ...settings,
  });
  return { idp, clientId, providerId, relying };
}
