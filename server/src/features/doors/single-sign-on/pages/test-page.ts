import { type Html, html } from "../../../../http/pages/html.ts";
import { page } from "../../../../http/pages/layout.ts";
import { type FieldName, fieldOf, registrantFields } from "../../../admission/registration/form/fields.ts";
import type { RegistrationField } from "../../../admission/registration/form/registration-field.ts";
import { type AttributeMapping, personOf, sourceOf } from "../saml/attribute-mapping.ts";
import type { Assertion } from "../saml/check-response.ts";

export interface TestResult {
  readonly assertion: Pick<Assertion, "provider" | "nameId" | "attributes">;
  /** Of the registration page that says what is needed. */
  readonly fields: readonly RegistrationField[];
  /** The user that staff would be signed in as. */
  readonly staffUserId: number | undefined;
}

/** What an identity provider told, and what a sign-in would make of it. Nothing was. */
export function testPage({ assertion, fields, staffUserId }: TestResult): string {
  const { provider } = assertion;
  return page({
    title: `Test login: ${provider.name}`,
    brand: { name: "Lectern" },
    isWide: true,
    body: html`<div class="stack loose">
<header class="stack tight"><h1>Test login with ${provider.name}</h1>
<p class="lead">The answer was accepted. Nobody was registered or signed in.</p></header>
${receivedTable(assertion)}
${provider.purposes.includes("audience") && registrationTable(assertion, fields)}
${provider.purposes.includes("staff") && staffNotice(provider.createsUsers, staffUserId)}
</div>`,
  });
}

function receivedTable({ attributes, nameId }: TestResult["assertion"]): Html {
  const rows = [...attributes].map(
    ([name, values]) =>
      html`<tr><th scope="row"><span class="code">${name}</span></th><td dir="auto">${values.join(", ")}</td></tr>\n`,
  );
  return html`<section class="stack"><h2>What came</h2>
<div class="scroller" tabindex="0" role="region" aria-label="What came"><table><thead><tr><th scope="col">Attribute</th><th scope="col">Value</th></tr></thead><tbody>
<tr><th scope="row">NameID${nameId?.format && html` <span class="code">${nameId.format}</span>`}</th><td dir="auto">${nameId?.value ?? "none"}</td></tr>
${rows}</tbody></table></div></section>`;
}

function registrationTable(told: TestResult["assertion"], fields: readonly RegistrationField[]): Html {
  const mapping = told.provider.attributes as AttributeMapping;
  const person = personOf(told, mapping);
  const isRequired = (name: FieldName) =>
    name === "email" || fields.some((one) => one.field === name && one.isRequired);
  const shown = registrantFields.filter(({ name }) => person[name] !== undefined || isRequired(name));
  const rows = shown.map(({ name }) => {
    const value = person[name];
    const source = sourceOf(told, name, mapping) ?? (name === "email" && value !== undefined ? "NameID" : undefined);
    return html`<tr><th scope="row">${fieldOf(name).caption}${isRequired(name) && html` <span class="badge quiet">required</span>`}</th>
<td dir="auto">${value ?? html`<span class="badge bad">missing</span>`}</td><td>${source && html`<span class="code">${source}</span>`}</td></tr>\n`;
  });
  return html`<section class="stack"><h2>What would be registered</h2>
<p>Fields that are missing stay empty, but without an e-mail address nobody is registered.</p>
<div class="scroller" tabindex="0" role="region" aria-label="What would be registered"><table><thead><tr><th scope="col">Field</th><th scope="col">Value</th><th scope="col">From</th></tr></thead><tbody>
${rows}</tbody></table></div></section>`;
}

function staffNotice(createsUsers: boolean, userId: number | undefined): Html {
  const text =
    userId !== undefined
      ? `This is the user ${userId}.`
      : createsUsers
        ? "No user has this name or address: one would be created."
        : "No user has this name or address: staff could not sign in.";
  return html`<section class="stack"><h2>Who would be signed in as staff</h2>
<p class="notice${userId === undefined && " warn"}">${text}</p></section>`;
}
