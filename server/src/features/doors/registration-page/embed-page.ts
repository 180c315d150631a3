import { assetAddress } from "../../../http/pages/assets.ts";
import { html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import type { Words } from "../../webinars/events/words.ts";
import { toldInLobby } from "./lobby-page.ts";
import type { FormEvent } from "./page-event.ts";
import { registrationForm } from "./registration-form.ts";
import type { PageView } from "./registration-page.ts";

/** The form alone, for a frame on another site. */
export function embedPage(shown: FormEvent, view: PageView): string {
  return page({
    title: shown.event.title,
    lang: view.words.locale,
    isBare: true,
    scripts: [assetAddress("registration-form.js"), assetAddress("embedded.js")],
    body: html`<h1 class="visually-hidden">${shown.event.title}</h1>${registrationForm(shown, view)}`,
  });
}

export interface DoneView {
  readonly words: Words;
  readonly now: Date;
  /** The lobby with the person's pass; undefined where no cookie may stay behind. */
  readonly lobby: string | undefined;
}

/** Said in the frame when somebody is in; the lobby opens in the whole window. */
export function embeddedDonePage({ event }: FormEvent, { words, now, lobby }: DoneView): string {
  return page({
    title: `${words.say("form:lobby.registered")} · ${event.title}`,
    lang: words.locale,
    isBare: true,
    scripts: [assetAddress("embedded.js")],
    body: html`<section class="card stack"><h1>${words.say("form:lobby.registered")}</h1>
<p>${toldInLobby(event, words, now)}</p>
${lobby !== undefined && html`<p><a class="button" target="_top" href="${lobby}">${words.say("form:toLobby")}</a></p>`}</section>`,
  });
}
