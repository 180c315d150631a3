import type { LanguageCode } from "@lectern/texts/languages";
import { type Say, speak } from "@lectern/texts/say";
import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { withValues } from "../../../http/pages/said.ts";
import { MOST_PASSWORD_LENGTH } from "../../base/accounts/passwords.ts";
import type { SignIn } from "../../doors/single-sign-on/providers/list-sign-ins.ts";

export interface SignInView {
  readonly language: LanguageCode;
  /** As it was sent, when it was wrong. */
  readonly wrongName?: string | undefined;
  /** Account number as given in the address; whether there is such a client is not told. */
  readonly client?: string | undefined;
  /** Identity providers of that client. */
  readonly signIns: readonly SignIn[];
  /** Where to go on to. */
  readonly onward?: string | undefined;
}

/** Where staff sign in: by a password, or through their organisation. */
export function signInPage(view: SignInView): string {
  const { language } = view;
  const say = speak(language);
  return page({
    title: say("staff:signIn.heading"),
    lang: language,
    brand: { name: "Lectern", href: "/" },
    body: html`<div class="stack loose narrow">
<h1>${say("staff:signIn.heading")}</h1>
${passwordForm(say, view)}
<section class="stack"><h2>${say("staff:organisation.heading")}</h2>
${view.signIns.length > 0 ? providerLinks(say, view) : accountForm(say, view)}</section>
<section class="stack tight"><h2>${say("staff:invited.heading")}</h2><p class="prose">${say("staff:invited.says")}</p></section>
</div>`,
  });
}

function passwordForm(say: Say, { wrongName, onward }: SignInView): Html {
  const isWrong = wrongName !== undefined;
  const marks = isWrong && html` aria-invalid="true" aria-describedby="wrong"`;
  return html`<form class="stack" method="post" action="/webcast/login">
${isWrong && html`<p class="notice bad" id="wrong" role="alert">${say("staff:signIn.wrong")}</p>`}
${onwardField(onward)}<div class="field"><label for="name">${say("staff:signIn.name")}</label>
<input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="254" dir="auto" value="${wrongName ?? ""}"${marks}></div>
<div class="field"><label for="password">${say("staff:signIn.password")}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="${MOST_PASSWORD_LENGTH}" dir="ltr"${marks}></div>
<p class="row apart"><button class="button" type="submit">${say("staff:signIn.heading")}</button> <a href="/webcast/forgotten">${say("staff:signIn.forgotten")}</a></p>
</form>`;
}

function providerLinks(say: Say, { signIns, onward }: SignInView): Html {
  const query = onward === undefined ? "" : `?${new URLSearchParams({ page: onward })}`;
  const links = signIns.map(({ name, href }) => {
    const text = withValues(say.pieces("staff:organisation.with", { provider: name }));
    return html`<a class="button second" href="${href}${query}">${text}</a>\n`;
  });
  return html`<p class="row">${links}</p>`;
}

function accountForm(say: Say, { client, onward }: SignInView): Html {
  return html`${client !== undefined && html`<p class="notice warn">${say("staff:organisation.none")}</p>`}
<form class="stack" method="get" action="/webcast/login">${onwardField(onward)}
<div class="field"><label for="client">${say("staff:organisation.number")}</label>
<input id="client" name="client" inputmode="numeric" autocomplete="organization" required maxlength="15" value="${client ?? ""}"></div>
<p><button class="button second" type="submit">${say("staff:organisation.button")}</button></p>
</form>`;
}

const onwardField = (onward: string | undefined) =>
  onward !== undefined && html`<input type="hidden" name="page" value="${onward}">\n`;
