import type { LanguageCode } from "@lectern/texts/languages";
import { type Say, speak } from "@lectern/texts/say";
import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { type NewPasswordFault, newPasswordFields } from "./new-password.ts";

export interface SetUpView {
  readonly language: LanguageCode;
  /** Of the link; where it is no good, the page tells where to find it. */
  readonly key: string | undefined;
  /** That there are already, such as the demo's. */
  readonly organisations: readonly { readonly id: number; readonly name: string }[];
  readonly given?: Readonly<Record<"organisation" | "name" | "email", string>>;
  readonly fault?: NewPasswordFault | "incomplete" | undefined;
}

/** Where the first user of an installation is made. */
export function setUpPage(view: SetUpView): string {
  const { language, key } = view;
  const say = speak(language);
  return page({
    title: say("staff:setUp.heading"),
    lang: language,
    brand: { name: "Lectern", href: "/" },
    body: html`<div class="stack loose narrow">
<header class="stack tight"><h1>${say("staff:setUp.heading")}</h1><p class="prose">${say("staff:setUp.says")}</p></header>
${key === undefined ? html`<p class="notice">${say("staff:setUp.closed")}</p>` : setUpForm(say, view, key)}
</div>`,
  });
}

function setUpForm(say: Say, { organisations, given, fault }: SetUpView, key: string): Html {
  const isIncomplete = fault === "incomplete";
  const field = (name: "name" | "email", label: string, attributes: Html) =>
    html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" required value="${given?.[name] ?? ""}" ${attributes}></div>`;
  return html`<form class="stack" method="post" action="/webcast/setup?k=${encodeURIComponent(key)}">
${isIncomplete && html`<p class="notice bad" role="alert">${say("staff:setUp.incomplete")}</p>`}
<div class="field"><label for="organisation">${say("staff:setUp.organisation")}</label>
${organisationField(organisations, given?.organisation)}</div>
${field("name", say("staff:setUp.name"), html`autocomplete="name" maxlength="200" dir="auto"`)}
${field("email", say("staff:setUp.email"), html`type="email" autocomplete="username" maxlength="254" dir="ltr"`)}
${newPasswordFields(say, isIncomplete ? undefined : fault)}
<p><button class="button" type="submit">${say("staff:setUp.button")}</button></p></form>`;
}

function organisationField(organisations: SetUpView["organisations"], given: string | undefined): Html {
  if (organisations.length === 0)
    return html`<input id="organisation" name="organisation" autocomplete="organization" required maxlength="200" dir="auto" value="${given ?? ""}">`;
  const options = organisations.map(
    ({ id, name }) => html`<option value="${id}"${String(id) === given && html` selected`}>${name}</option>`,
  );
  return html`<select id="organisation" name="organisation">${options}</select>`;
}
