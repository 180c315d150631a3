import type { Refusal } from "../../../errors.ts";
import { assetAddress } from "../../../http/pages/assets.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import type { Guest } from "../../attending/check-ins/queries.ts";
import { signedInAddresses } from "../../webinars/events/addresses.ts";
import { formatWithZone } from "../../webinars/events/event-language.ts";
import type { OpenedEvent } from "./for-staff.ts";
import { staffPage } from "./staff-page.ts";

export interface CheckInPage {
  readonly opened: OpenedEvent;
  readonly now: Date;
  readonly counts: { readonly checkedIn: number; readonly registered: number };
  readonly search: string | undefined;
  /** Who was searched for. */
  readonly found: readonly Guest[];
  /** Whose ticket a phone's own camera has opened. */
  readonly asked: Guest | undefined;
  /** Who was checked in by the last button. */
  readonly done: Guest | undefined;
  readonly refusal: Refusal | undefined;
}

/** Who comes to the venue, for those at its entrance; made for a phone in one hand. */
export function checkInPage(view: CheckInPage): string {
  const { opened, now, counts, search, found, asked, done, refusal } = view;
  const list = found.length > 0 && html`<ul class="plain work card">${found.map((guest) => row(view, guest))}</ul>`;
  return staffPage({
    opened,
    now,
    place: "check-in",
    scripts: [assetAddress("check-in.js")],
    body: html`${refusal && html`<p class="notice bad" role="alert">${refusal.message}</p>`}
${!refusal && done && html`<p class="notice good" role="status">Checked in: <strong><bdi>${nameOf(done)}</bdi></strong>${done.company && html`, <bdi>${done.company}</bdi>`}</p>`}
${asked && html`<ul class="plain work card">${row(view, asked)}</ul>`}
<section class="stack"><h2>At the venue</h2><p><strong>${counts.checkedIn.toLocaleString("en-US")}</strong> of ${counts.registered.toLocaleString("en-US")} registered people have come.</p></section>
${scanner(view)}
<section class="stack"><h2>Find somebody</h2>
<form class="door-search" method="get" action="/webcast/check-in" role="search">
<input type="hidden" name="e" value="${opened.event.id}">
<div class="field"><label for="search">Name, e-mail address or company</label><input id="search" type="search" name="q" value="${search}" maxlength="100"></div>
<button class="button second">Search</button>
</form>
${list || (search && html`<p class="empty">Nobody who is registered is called “${search}”.</p>`)}</section>`,
  });
}

/** Without script or camera, whoever has a reader of codes types into the field. */
function scanner({ opened }: CheckInPage): Html {
  return html`<section class="stack"><h2>Scan a ticket</h2>
<form class="stack" method="post" action="${signedInAddresses(opened.event, "")["check-in"]}" data-scan>
<video class="scanner" playsinline muted hidden aria-label="What the camera sees"></video>
<div class="door-search"><div class="field"><label for="ticket">Code of the ticket</label><input id="ticket" name="ticket" required maxlength="500" autocomplete="off" spellcheck="false"></div>
<button class="button">Check in</button></div>
<p class="row"><button class="button second" type="button" data-camera hidden>Scan with the camera</button></p>
<p class="quiet" data-no-camera hidden>The camera can't be used here. Allow it for this page, or type the code.</p>
</form></section>`;
}

function row({ opened: { event } }: CheckInPage, guest: Guest): Html {
  const name = nameOf(guest);
  return html`<li class="row apart"><div class="door-person"><strong dir="auto">${name}</strong>
<p dir="auto">${guest.email}</p>${guest.company && html`<p class="quiet small" dir="auto">${guest.company}</p>`}</div>${
    guest.checkedInAt ? html`<p class="badge good">Came ${timeOf(guest.checkedInAt)}</p>` : button()
  }</li>\n`;

  function timeOf(at: Date): string {
    return formatWithZone(at, { ...event, languageCode: "en", countryCode: null }, { timeStyle: "short" });
  }

  function button(): Html {
    if (guest.isBlocked) return html`<p class="badge bad">Blocked</p>`;
    return html`<form method="post" action="${signedInAddresses(event, "")["check-in"]}"><input type="hidden" name="r" value="${guest.registrantId}"><button class="button">Check in<span class="visually-hidden"> ${name}</span></button></form>`;
  }
}

function nameOf({ firstName, lastName, email }: Guest): string {
  return [firstName, lastName].filter(Boolean).join(" ") || email;
}
