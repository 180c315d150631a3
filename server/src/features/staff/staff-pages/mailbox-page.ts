import type { Selectable } from "kysely";
import type { Mailbox } from "../../../db/types.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import { type MailKind, mailKinds } from "../../base/outbox/mail-kinds.ts";
import type { KeptMail, MailboxPage, MissedMails } from "../../mail/mailbox/mailbox-queries.ts";
import { signedInAddresses } from "../../webinars/events/addresses.ts";
import { formatWithZone } from "../../webinars/events/event-language.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import type { OpenedEvent } from "./for-staff.ts";
import { staffPage } from "./staff-page.ts";

export interface MailboxView {
  readonly opened: OpenedEvent;
  readonly now: Date;
  /** Whether mails go out through a server instead of coming here. */
  readonly isSending: boolean;
  readonly recipient: string | undefined;
  readonly isFirstPage: boolean;
  readonly page: MailboxPage;
  readonly missed: readonly MissedMails[];
}

const stateNames: Readonly<Record<MissedMails["state"], string>> = {
  suppressed: "Not wanted any more",
  failed: "Not sent",
  bounced: "Came back",
  unacknowledged: "Sent, without a receipt",
};

/** The mails of an event that were kept instead of sent, for its staff to look at. */
export function mailboxPage(view: MailboxView): string {
  const { opened, now, isSending, missed } = view;
  return staffPage({
    opened,
    now,
    place: "mailbox",
    body: html`<section class="stack"><h2>Mailbox</h2>
<p class="quiet">${
      isSending
        ? "E-mails go out through your mail server. Only what was kept before it was set is listed here."
        : "No mail server is set, so every e-mail is kept here instead of being sent. To send them, set SMTP_URL."
    }</p>
${searchForm(view)}
${list(view)}
${paging(view)}</section>
${missed.length > 0 && html`<section class="stack"><h2>Reached nobody</h2>${missedTable(missed)}</section>`}`,
  });
}

function searchForm({ opened, recipient, page, isFirstPage }: MailboxView): Html | undefined {
  if (page.mails.length === 0 && !recipient && isFirstPage) return undefined;
  return html`<form class="door-search" method="get" action="/webcast/mailbox" role="search">
<input type="hidden" name="e" value="${opened.event.id}">
<div class="field"><label for="search">Find mails to an address</label><input id="search" type="search" name="q" value="${recipient}" maxlength="100"></div>
<button class="button second">Search</button>
</form>`;
}

function list({ opened: { event }, page, recipient, isSending }: MailboxView): Html {
  if (page.mails.length > 0)
    return html`<ul class="plain work card">${page.mails.map((mail) => row(event, mail))}</ul>`;
  if (recipient) return html`<p class="empty">No mail was kept for “${recipient}”.</p>`;
  return html`<p class="empty">${isSending ? "No mail was kept." : "No mail yet: register somebody, and a confirmation appears here within seconds."}</p>`;
}

function row(event: PageEvent, mail: KeptMail): Html {
  return html`<li class="row apart"><div class="door-person"><a href="${mailboxAddress(event, { m: String(mail.id) })}" dir="auto"><strong>${mail.subject}</strong></a>
<p dir="auto">${mail.recipient}</p>
<p class="quiet small">${mailKinds[mail.kind].staffName} · ${timeOf(event, mail.createdAt)}</p></div>${mail.hasInvite && html`<span class="badge quiet">Invite</span>`}</li>\n`;
}

function timeOf(event: PageEvent, date: Date): Html {
  const english = { ...event, languageCode: "en", countryCode: null };
  return html`<time datetime="${date.toISOString()}">${formatWithZone(date, english, { dateStyle: "medium", timeStyle: "short" })}</time>`;
}

function paging({ opened: { event }, recipient, isFirstPage, page: { nextBeforeId } }: MailboxView): Html | undefined {
  if (nextBeforeId === undefined && isFirstPage) return undefined;
  const link = (before: number | undefined, text: string) =>
    html`<a href="${mailboxAddress(event, { q: recipient, before: before?.toString() })}">${text}</a>\n`;
  return html`<nav class="row" aria-label="Pages">${!isFirstPage && link(undefined, "Back to the newest")}${nextBeforeId !== undefined && link(nextBeforeId, "Older mails")}</nav>`;
}

function missedTable(missed: readonly MissedMails[]): Html {
  const rows = missed.map(
    ({ kind, state, reason, mails }) =>
      html`<tr><th scope="row">${mailKinds[kind].staffName}</th><td>${stateNames[state]}</td><td dir="auto">${reason}</td><td class="number">${mails.toLocaleString("en-US")}</td></tr>\n`,
  );
  return html`<div class="scroller" tabindex="0" role="region" aria-label="Mails that reached nobody"><table>
<thead><tr><th scope="col">E-mail</th><th scope="col">What became of it</th><th scope="col">Why</th><th scope="col" class="number">Mails</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** One mail, as its receiver would see it. */
export function keptMailPage(opened: OpenedEvent, mail: Selectable<Mailbox>, now: Date): string {
  const { event } = opened;
  const facts = [
    ["From", mail.sender],
    ["To", mail.recipient],
    ["E-mail", mailKinds[mail.kind as MailKind].staffName],
    ["Kept", timeOf(event, mail.createdAt)],
  ] as const;
  const inside = mailboxAddress(event, { m: String(mail.id) }).replace("/mailbox?", "/mailbox/mail?");
  return staffPage({
    opened,
    now,
    place: "mailbox",
    body: html`<section class="stack"><p><a href="${mailboxAddress(event, {})}">All mails</a></p>
<h2 dir="auto">${mail.subject}</h2>
<dl class="facts beside">${facts.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>\n`)}</dl>
<iframe class="letter card" src="${inside}" title="The e-mail" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<details><summary>As plain text</summary><pre class="source" dir="auto">${mail.text}</pre></details>
${mail.calendar !== null && html`<details><summary>Entry for the calendar</summary><pre class="source">${mail.calendar}</pre></details>`}
</section>`,
  });
}

function mailboxAddress(event: PageEvent, parameters: Record<string, string | undefined>): string {
  const [path, query] = signedInAddresses(event, "").mailbox.split("?");
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) search.set(name, value);
  return `${path}?${search}`;
}
