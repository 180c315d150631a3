import { html } from "../../../../http/pages/html.ts";
import { metadataNamespace, protocolNamespace, signatureNamespace } from "./saml-xml.ts";
import type { ServiceProvider } from "./service-provider.ts";

const bindings = "urn:oasis:names:tc:SAML:2.0:bindings";

interface PublishedKey {
  readonly state: string;
  /** PEM. */
  readonly certificate: string;
}

/**
 * What identity providers are told about us. The library's own writer knows one certificate for encryption and one
 * binding for sign-outs; Entra ID signs out by redirect and others by post.
 */
export function spMetadata(sp: ServiceProvider, name: string, keys: readonly PublishedKey[]): string {
  // What the old key signed was read long ago; to encrypt, there is one that is sure to stay.
  const signing = keys.filter(({ state }) => state !== "old");
  const encryption = keys.filter(({ state }) => state === "current");
  return html`<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${metadataNamespace}" xmlns:ds="${signatureNamespace}" entityID="${sp.entityId}">
<md:SPSSODescriptor protocolSupportEnumeration="${protocolNamespace}" AuthnRequestsSigned="true" WantAssertionsSigned="true">
${signing.map((key) => keyDescriptor("signing", key))}${encryption.map((key) => keyDescriptor("encryption", key))}<md:SingleLogoutService Binding="${bindings}:HTTP-Redirect" Location="${sp.slo}"/>
<md:SingleLogoutService Binding="${bindings}:HTTP-POST" Location="${sp.slo}"/>
<md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
<md:AssertionConsumerService index="1" isDefault="true" Binding="${bindings}:HTTP-POST" Location="${sp.acs}"/>
<md:AttributeConsumingService index="1"><md:ServiceName xml:lang="en">${name}</md:ServiceName>
${wanted.map(([oid, friendlyName, isRequired]) => html`<md:RequestedAttribute Name="urn:oid:${oid}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" FriendlyName="${friendlyName}" isRequired="${String(isRequired)}"/>\n`)}</md:AttributeConsumingService>
</md:SPSSODescriptor>
</md:EntityDescriptor>
`.text;
}

const wanted = [
  ["0.9.2342.19200300.100.1.3", "mail", true],
  ["2.5.4.42", "givenName", false],
  ["2.5.4.4", "sn", false],
] as const;

function keyDescriptor(use: "signing" | "encryption", { certificate }: PublishedKey) {
  const base64 = certificate.replace(/-----[^-]+-----|\s/g, "");
  return html`<md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>\n`;
}
