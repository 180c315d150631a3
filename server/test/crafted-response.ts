import { randomUUID } from "node:crypto";
import { signXml } from "@node-saml/node-saml/lib/xml.js";
import { escapeHtml } from "../src/http/pages/html.ts";
import type { Relying, TestIdp } from "./identity-provider.ts";

// Answers written by hand, so that each part can be wrong by itself.

export interface CraftOptions {
  issuer?: string;
  audience?: string;
  recipient?: string;
  destination?: string;
  inResponseTo?: string | undefined;
  /** Where they differ. */
  subjectInResponseTo?: string | undefined;
  nameId?: string;
  email?: string;
  notBefore?: Date;
  notOnOrAfter?: Date;
  /** Of the bearer's word, if another one. */
  bearerUntil?: Date | undefined;
  status?: string;
  id?: string;
  /** How the subject is confirmed; the bearer of the assertion unless given. */
  confirmation?: string;
  /** More attributes, or what else stands behind the first one: XML. */
  attributes?: string;
}

export interface Parties {
  readonly idp: Pick<TestIdp, "entityId">;
  readonly relying: Relying;
}

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const iso = (time: Date) => time.toISOString();

/** An assertion that is right in everything not given; unsigned. */
export function craftAssertion({ idp, relying }: Parties, options: CraftOptions = {}): string {
  const notBefore = options.notBefore ?? minutes(-1);
  const notOnOrAfter = options.notOnOrAfter ?? minutes(5);
  const inResponseTo = "subjectInResponseTo" in options ? options.subjectInResponseTo : options.inResponseTo;
  const email = options.email ?? "mallory@example.com";
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${options.id ?? `_${randomUUID()}`}" Version="2.0" IssueInstant="${iso(notBefore)}"><saml:Issuer>${escapeHtml(options.issuer ?? idp.entityId)}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">${options.nameId ?? email}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:${options.confirmation ?? "bearer"}"><saml:SubjectConfirmationData NotOnOrAfter="${iso(options.bearerUntil ?? notOnOrAfter)}" Recipient="${options.recipient ?? relying.acs}"${inResponseTo ? ` InResponseTo="${inResponseTo}"` : ""}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${iso(notBefore)}" NotOnOrAfter="${iso(notOnOrAfter)}"><saml:AudienceRestriction><saml:Audience>${options.audience ?? relying.entityId}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${iso(notBefore)}" SessionIndex="_s1"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement><saml:Attribute Name="email"><saml:AttributeValue>${email}</saml:AttributeValue></saml:Attribute>${options.attributes ?? ""}</saml:AttributeStatement></saml:Assertion>`;
}

export function wrapResponse({ idp, relying }: Parties, assertion: string, options: CraftOptions = {}): string {
  const status = options.status ?? "urn:oasis:names:tc:SAML:2.0:status:Success";
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_${randomUUID()}" Version="2.0" IssueInstant="${iso(new Date())}" Destination="${options.destination ?? relying.acs}"${options.inResponseTo ? ` InResponseTo="${options.inResponseTo}"` : ""}><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${escapeHtml(options.issuer ?? idp.entityId)}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${status}"/></samlp:Status>${assertion}</samlp:Response>`;
}

export interface Signer {
  readonly privateKey: string;
  readonly certificate: string;
  readonly algorithm?: "sha1" | "sha256";
  readonly digest?: "sha1" | "sha256";
}

/** Signs the only assertion of a document, or the document's root. */
export function sign(xml: string, what: "Assertion" | "Response" | "LogoutRequest", signer: Signer): string {
  const element = `//*[local-name(.)='${what}']`;
  const location = { reference: `${element}/*[local-name(.)='Issuer']`, action: "after" } as const;
  return signXml(xml, element, location, {
    privateKey: signer.privateKey,
    signatureAlgorithm: signer.algorithm ?? "sha256",
    digestAlgorithm: signer.digest ?? signer.algorithm ?? "sha256",
  });
}

/** A whole answer with a signed assertion. */
export function craftResponse(
  parties: Parties & { idp: TestIdp },
  options: CraftOptions = {},
  signer?: Signer,
): string {
  const signed = sign(craftAssertion(parties, options), "Assertion", signer ?? parties.idp);
  return wrapResponse(parties, signed, options);
}
