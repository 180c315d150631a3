import { readerLanguage } from "@lectern/texts/reader-language";
import { type PlainKey, type Say, speak } from "@lectern/texts/say";
import type { Refusal } from "../../../../errors.ts";
import { html } from "../../../../http/pages/html.ts";
import { page } from "../../../../http/pages/layout.ts";
import type { RegistrantStatus } from "../../../admission/registration/people/registrant-status.ts";

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
  const lang = readerLanguage({ event: event.languageCode });
  const say = speak(lang);
  const text = say(`sign-in:${isWaitingText(status) ? status : "pending"}`);
  const heading = status === "denied" ? event.title : say("sign-in:thanks");
  return messagePage({ heading, text, lang, link: linkTo(event, say) });
}

function isWaitingText(status: string): status is "unconfirmed" | "pending" | "waitlisted" | "denied" {
  return ["unconfirmed", "pending", "waitlisted", "denied"].includes(status);
}

const keyOfRefusal: Partial<Record<Refusal["code"], PlainKey>> = {
  "sso.notAccepted": "sign-in:notAccepted",
  "sso.unsolicited": "sign-in:notAccepted",
  "sso.declined": "sign-in:notAccepted",
  "sso.unknown": "sign-in:notAccepted",
  "sso.unasked": "sign-in:beginAgain",
  "sso.noEmail": "sign-in:noEmail",
  "sso.noTarget": "sign-in:noTarget",
};

/** Why somebody was not signed in, as far as they may know. */
export function refusedPage(refusal: Refusal, event: PageContext | undefined): string {
  const lang = readerLanguage({ event: event?.languageCode });
  const say = speak(lang);
  const key = keyOfRefusal[refusal.code];
  return messagePage({
    heading: say("sign-in:failed"),
    text: key ? say(key) : refusal.message,
    lang,
    link: event && linkTo(event, say),
  });
}

export function signedOutPage(languageCode?: string): string {
  const lang = readerLanguage({ event: languageCode });
  const say = speak(lang);
  return messagePage({ heading: say("sign-in:signedOut"), text: say("sign-in:closeBrowser"), lang });
}

function linkTo({ href }: PageContext, say: Say) {
  return { text: say("sign-in:toEvent"), href };
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
