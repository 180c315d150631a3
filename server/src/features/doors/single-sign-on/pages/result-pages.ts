import type { Refusal } from "../../../../errors.ts";
import { html } from "../../../../http/pages/html.ts";
import { page } from "../../../../http/pages/layout.ts";
import type { RegistrantStatus } from "../../../admission/registration/people/registrant-status.ts";
import { type SignInTexts, signInTextsIn, textLanguage } from "./sign-in-texts.ts";

/** What a page needs of the event that somebody was on the way to. */
export interface PageContext {
  readonly languageCode: string;
  readonly title: string;
  /** Where it can be begun anew. */
  readonly href: string;
}

interface Message {
  readonly heading: string;
  readonly text: string;
  readonly lang: string;
  readonly link?: { readonly text: string; readonly href: string } | undefined;
}

/** Signed in, and not let in yet. */
export function waitingPage(status: RegistrantStatus, event: PageContext): string {
  const texts = signInTextsIn(event.languageCode);
  const text = isWaitingText(status) ? texts[status] : texts.pending;
  const heading = status === "denied" ? event.title : texts.thanks;
  return messagePage({ heading, text, lang: textLanguage(event.languageCode), link: linkTo(event, texts) });
}

function isWaitingText(status: string): status is "unconfirmed" | "pending" | "waitlisted" | "denied" {
  return ["unconfirmed", "pending", "waitlisted", "denied"].includes(status);
}

const textOfCode: Partial<Record<Refusal["code"], keyof SignInTexts>> = {
  "sso.notAccepted": "notAccepted",
  "sso.unsolicited": "notAccepted",
  "sso.declined": "notAccepted",
  "sso.unknown": "notAccepted",
  "sso.unasked": "beginAgain",
  "sso.noEmail": "noEmail",
  "sso.noTarget": "noTarget",
};

/** Why somebody was not signed in, as far as they may know. */
export function refusedPage(refusal: Refusal, event: PageContext | undefined): string {
  const texts = signInTextsIn(event?.languageCode ?? "en");
  const key = textOfCode[refusal.code];
  return messagePage({
    heading: texts.failed,
    text: key ? texts[key] : refusal.message,
    lang: textLanguage(event?.languageCode ?? "en"),
    link: event && linkTo(event, texts),
  });
}

export function signedOutPage(languageCode = "en"): string {
  const texts = signInTextsIn(languageCode);
  return messagePage({ heading: texts.signedOut, text: texts.closeBrowser, lang: textLanguage(languageCode) });
}

function linkTo({ href }: PageContext, texts: SignInTexts) {
  return { text: texts.toEvent, href };
}

function messagePage({ heading, text, lang, link }: Message): string {
  return page({
    title: heading,
    lang,
    body: html`<div class="stack problem">
<h1>${heading}</h1>
<p class="lead">${text}</p>
${link && html`<p><a class="button" href="${link.href}">${link.text}</a></p>`}
</div>`,
  });
}
