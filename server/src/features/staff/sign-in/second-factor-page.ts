import type { LanguageCode } from "@lectern/texts/languages";
import { type Say, speak } from "@lectern/texts/say";
import { renderSVG } from "uqr";
import { Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { MOST_PASSWORD_LENGTH } from "../../base/accounts/passwords.ts";
import type { StaffUser } from "../../base/staff-sessions/queries.ts";
import type { NewSecret } from "./second-factor.ts";

export interface SecondFactorView {
  readonly language: LanguageCode;
  readonly user: StaffUser;
  /** Of who has one: how many codes for when the app is lost are left. */
  readonly left: number | undefined;
  /** One to begin with, sealed for the form. */
  readonly begun?: NewSecret & { readonly sealed: string };
  readonly isWrong?: boolean;
  /** Told once. */
  readonly codes?: readonly string[];
}

/** Where one asks for a second step at one's sign-ins, or does without again. */
export function secondFactorPage(view: SecondFactorView): string {
  const { language, user, left, begun, codes } = view;
  const say = speak(language);
  const heading = say("staff:factor.heading");
  return page({
    title: heading,
    lang: language,
    brand: { name: user.clientName, href: "/webcast/home" },
    links: [{ text: say("staff:account.heading"), href: "/webcast/account" }],
    body: html`<div class="stack loose"><h1>${heading}</h1>
${codes && codeList(say, codes)}
${left === undefined ? begun && beginForm(say, view, begun) : endForm(say, view, left)}</div>`,
  });
}

function codeList(say: Say, codes: readonly string[]): Html {
  return html`<section class="notice good stack" role="status"><h2>${say("staff:factor.codes")}</h2><p>${say("staff:factor.keepCodes")}</p>
<ul class="plain" dir="ltr">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul></section>`;
}

function beginForm(
  say: Say,
  { isWrong }: SecondFactorView,
  { text, uri, sealed }: NonNullable<SecondFactorView["begun"]>,
): Html {
  // Made by the library of our own address alone.
  const picture = new Html(renderSVG(uri, { border: 2, pixelSize: 5 }));
  return html`<p class="prose">${say("staff:factor.off")}</p>
<form class="stack" method="post" action="/webcast/account/second-factor"><input type="hidden" name="secret" value="${sealed}">
<p>${say("staff:factor.scan")}</p><div dir="ltr" role="img" aria-label="${say("staff:factor.scan")}" class="qr">${picture}</div>
<p dir="ltr"><code>${text}</code></p>
${isWrong && wrong(say)}
<div class="field"><label for="code">${say("staff:code.field")}</label>
<input id="code" name="code" autocomplete="one-time-code" inputmode="numeric" required maxlength="40" dir="ltr"></div>
${currentField(say)}
<p><button class="button" type="submit">${say("staff:factor.turnOn")}</button></p></form>`;
}

function endForm(say: Say, { isWrong }: SecondFactorView, left: number): Html {
  return html`<p class="prose">${say("staff:factor.on")} ${say("staff:factor.left", { left })}</p>
<form class="stack" method="post" action="/webcast/account/second-factor/off">
${isWrong && wrong(say)}${currentField(say)}
<p><button class="button danger" type="submit">${say("staff:factor.turnOff")}</button></p></form>`;
}

const wrong = (say: Say) => html`<p class="fault" role="alert">${say("staff:factor.wrong")}</p>`;

const currentField = (say: Say) =>
  html`<div class="field"><label for="current">${say("staff:account.current")}</label>
<input id="current" name="current" type="password" autocomplete="current-password" required maxlength="${MOST_PASSWORD_LENGTH}" dir="ltr"></div>`;
