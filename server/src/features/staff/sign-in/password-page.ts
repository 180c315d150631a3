import type { LanguageCode } from "@lectern/texts/languages";
import { speak } from "@lectern/texts/say";
import { html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { withValues } from "../../../http/pages/said.ts";
import { type NewPasswordFault, newPasswordFields } from "./new-password.ts";

const brand = { name: "Lectern", href: "/" } as const;

export interface ForgottenView {
  readonly language: LanguageCode;
  readonly isSendingMail: boolean;
  readonly isSent?: boolean;
}

/** Where somebody asks for a link to set a new password. */
export function forgottenPage({ language, isSendingMail, isSent = false }: ForgottenView): string {
  const say = speak(language);
  const heading = say("staff:forgotten.heading");
  const form = html`<p>${say("staff:forgotten.says")}</p>
<form class="stack" method="post" action="/webcast/forgotten">
<div class="field"><label for="name">${say("staff:signIn.name")}</label>
<input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="254" dir="auto"></div>
<p><button class="button" type="submit">${say("staff:forgotten.button")}</button></p></form>`;
  const sent = html`<p class="notice good" role="status">${say("staff:forgotten.sent")}</p>`;
  const noMail = html`<p class="notice">${say("staff:forgotten.noMail")}</p>`;
  return page({
    title: heading,
    lang: language,
    brand,
    body: html`<div class="stack loose narrow"><h1>${heading}</h1>
${isSendingMail ? (isSent ? sent : form) : noMail}
<p><a href="/webcast/login">${say("staff:signIn.heading")}</a></p></div>`,
  });
}

export interface PasswordView {
  readonly language: LanguageCode;
  readonly userName: string;
  /** Of this page, with the key of the link. */
  readonly address: string;
  readonly fault?: NewPasswordFault | undefined;
}

/** Where a link leads that lets set a password. */
export function passwordPage({ language, userName, address, fault }: PasswordView): string {
  const say = speak(language);
  const heading = say("staff:forgotten.heading");
  return page({
    title: heading,
    lang: language,
    brand,
    body: html`<div class="stack loose narrow">
<header class="stack tight"><h1>${heading}</h1>
<p class="quiet">${withValues(say.pieces("staff:newPassword.for", { name: userName }))}</p></header>
<form class="stack" method="post" action="${address}">
<input type="text" name="username" autocomplete="username" value="${userName}" readonly hidden>
${newPasswordFields(say, fault)}
<p><button class="button" type="submit">${say("staff:newPassword.button")}</button></p></form></div>`,
  });
}
