import type { LanguageCode } from "@lectern/texts/languages";
import { speak } from "@lectern/texts/say";
import { html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";

export interface CodeView {
  readonly language: LanguageCode;
  /** What tells that the password was right. */
  readonly pending: { readonly user: string; readonly key: string };
  readonly onward?: string | undefined;
  readonly isWrong?: boolean;
}

/** Where the second step of signing in is asked for. */
export function codePage({ language, pending, onward, isWrong = false }: CodeView): string {
  const say = speak(language);
  const heading = say("staff:code.heading");
  const marks = isWrong && html` aria-invalid="true" aria-describedby="wrong"`;
  return page({
    title: heading,
    lang: language,
    brand: { name: "Lectern", href: "/" },
    body: html`<div class="stack loose narrow">
<header class="stack tight"><h1>${heading}</h1><p class="prose">${say("staff:code.says")}</p></header>
<form class="stack" method="post" action="/webcast/login/code">
<input type="hidden" name="user" value="${pending.user}"><input type="hidden" name="key" value="${pending.key}">
${onward !== undefined && html`<input type="hidden" name="page" value="${onward}">\n`}${isWrong && html`<p class="notice bad" id="wrong" role="alert">${say("staff:code.wrong")}</p>`}
<div class="field"><label for="code">${say("staff:code.field")}</label>
<input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required maxlength="40" dir="ltr"${marks}></div>
<p><button class="button" type="submit">${say("staff:signIn.heading")}</button></p></form></div>`,
  });
}
