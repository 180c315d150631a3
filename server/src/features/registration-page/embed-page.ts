import { assetAddress } from "../../http/pages/assets.ts";
import { html } from "../../http/pages/html.ts";
import { page } from "../../http/pages/layout.ts";
import type { Sealer } from "../../lib/sealer.ts";
import { eventAddresses } from "../events/addresses.ts";
import { personKeyOf } from "../registration/person-key.ts";
import type { FormEvent } from "./page-event.ts";
import type { PageWords } from "./page-words.ts";
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

/** Said in the frame when somebody is in; the lobby opens in the whole window. */
export function embeddedDonePage({ event }: FormEvent, words: PageWords, sealer: Sealer, registrantId: number): string {
  const seat = personKeyOf(sealer, registrantId, "seat");
  return page({
    title: `${words.texts.lobby.registered} · ${event.title}`,
    lang: words.locale,
    isBare: true,
    scripts: [assetAddress("embedded.js")],
    body: html`<section class="card stack"><h1>${words.texts.lobby.registered}</h1>
<p>${words.texts.lobby.scheduled}</p>
<p><a class="button" target="_top" href="${eventAddresses(event, "").lobby}?seat=${seat}">${words.texts.toLobby}</a></p></section>`,
  });
}
