import { type Html, html } from "../../../http/pages/html.ts";
import type { EventGate } from "../../admission/registration/gates/event-gate.ts";
import type {
  WaitingCounts,
  WaitingPerson,
  WaitingStatus,
} from "../../admission/registration/waiting/waiting-queries.ts";
import { signedInAddresses } from "../../webinars/events/addresses.ts";
import { formatWithZone } from "../../webinars/events/event-language.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import type { OpenedEvent } from "./for-staff.ts";
import { staffPage } from "./staff-page.ts";

/** What of the lists is looked at, as the address tells. */
export interface DoorView {
  readonly status: WaitingStatus;
  readonly search: string | undefined;
  /** Where this page goes on from. */
  readonly after: string | undefined;
  /** Where the person of the last button stands now. */
  readonly done: string | undefined;
}

export interface DoorPage {
  readonly opened: OpenedEvent;
  readonly now: Date;
  readonly view: DoorView;
  readonly counts: WaitingCounts;
  readonly people: readonly WaitingPerson[];
  readonly gates: readonly EventGate[];
  readonly next: string | undefined;
  /** Why the last button changed nothing. */
  readonly refusal: string | undefined;
}

/** The lists in the order in which they want to be looked at. */
export const doorTabs: readonly WaitingStatus[] = ["pending", "waitlisted", "unconfirmed", "denied"];

const tabNames: Readonly<Record<WaitingStatus, string>> = {
  pending: "To be approved",
  waitlisted: "Waiting list",
  unconfirmed: "Address not confirmed",
  denied: "Denied",
};

/** The gate that makes people wait for something; nobody can without it. */
const gateOf: Partial<Record<WaitingStatus, string>> = {
  pending: "approval",
  waitlisted: "capacity",
  unconfirmed: "confirmation",
};

const emptyTexts: Readonly<Record<WaitingStatus, readonly [withGate: string, without: string]>> = {
  pending: ["Nobody waits for approval.", "This event lets people in without asking you."],
  waitlisted: ["Nobody is on the waiting list.", "This event has no limit of seats, so it needs no waiting list."],
  unconfirmed: ["Everybody has confirmed their address.", "This event does not ask people to confirm their address."],
  denied: ["Nobody has been denied.", "Nobody has been denied."],
};

const doneTexts: Readonly<Record<string, string>> = {
  active: "Accepted: they are registered now.",
  waitlisted: "Accepted: every seat is taken, so they are on the waiting list now.",
  denied: "Denied: they get an e-mail that says so.",
};

/** Who stands at the door of an event, for its staff to let in. */
export function doorPage(door: DoorPage): string {
  const { opened, now, view, refusal } = door;
  const done = view.done === undefined ? undefined : doneTexts[view.done];
  return staffPage({
    opened,
    now,
    place: "door",
    body: html`${refusal && html`<p class="notice bad" role="alert">${refusal}</p>`}
${!refusal && done && html`<p class="notice good" role="status">${done}</p>`}
<section class="stack"><h2>People at the door</h2>${figures(door)}</section>
<section class="stack"><nav class="tabs" aria-label="Lists">${doorTabs.map((tab) => tabLink(door, tab))}</nav>
<h2>${tabNames[view.status]}</h2>
${searchForm(door)}
${list(door)}
${paging(door)}</section>`,
  });
}

function figures({ counts, gates }: DoorPage): Html {
  const { seats } = (gates.find(({ gate }) => gate === "capacity")?.settings ?? {}) as { seats?: number };
  const count = (value: number) => value.toLocaleString("en-US");
  const taken = seats === undefined ? count(counts.active) : `${count(counts.active)} of ${count(seats)}`;
  const list = [
    [seats === undefined ? "Registered" : "Seats taken", taken],
    ["To be approved", count(counts.pending)],
    ["On the waiting list", count(counts.waitlisted)],
    ["Not confirmed", count(counts.unconfirmed)],
  ];
  return html`<dl class="figures">${list.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

function tabLink({ opened, view, counts }: DoorPage, status: WaitingStatus): Html {
  return html`<a${status === view.status && html` aria-current="page"`} href="${addressOf(opened.event, "", { s: status })}">${tabNames[status]} (${counts[status]})</a>\n`;
}

/** The form keeps what the address says: a GET form drops the query of its own. */
function searchForm({ opened, view, people }: DoorPage): Html | undefined {
  if (people.length === 0 && !view.search && !view.after) return undefined;
  return html`<form class="door-search" method="get" action="/webcast/door" role="search">
<input type="hidden" name="e" value="${opened.event.id}"><input type="hidden" name="s" value="${view.status}">
<div class="field"><label for="search">Find a person</label><input id="search" type="search" name="q" value="${view.search}" maxlength="100"></div>
<button class="button second">Search</button>
</form>`;
}

function list(door: DoorPage): Html {
  const { view, people, gates } = door;
  if (people.length > 0) return html`<ul class="plain work card">${people.map((person) => row(door, person))}</ul>`;
  if (view.search) return html`<p class="empty">Nobody here is called “${view.search}”.</p>`;
  const gate = gateOf[view.status];
  const [withGate, without] = emptyTexts[view.status];
  return html`<p class="empty">${gate === undefined || gates.some((one) => one.gate === gate) ? withGate : without}</p>`;
}

function row(door: DoorPage, person: WaitingPerson): Html {
  const { event } = door.opened;
  const name = [person.firstName, person.lastName].filter(Boolean).join(" ") || person.email;
  const work = [person.jobTitle, person.company].filter(Boolean).join(", ");
  const on = (date: Date) => formatWithZone(date, { ...event, languageCode: "en", countryCode: null }, format);
  return html`<li class="row apart"><div class="door-person"><strong dir="auto">${name}</strong>
<p dir="auto">${person.email}</p>${work && html`<p class="quiet small" dir="auto">${work}</p>`}
<p class="quiet small">${cameBy[person.door] ?? "Came"} <time datetime="${person.createdAt.toISOString()}">${on(person.createdAt)}</time>${
    person.status === "denied" && person.decidedAt && html` · denied ${on(person.decidedAt)}`
  }</p></div>${buttons(door, person, name)}</li>\n`;
}

const format = { dateStyle: "medium", timeStyle: "short" } as const;

const cameBy: Readonly<Record<string, string>> = {
  page: "Registered",
  rest: "Registered by the API",
  seamless: "Registered by another form",
  saml: "Signed in",
  import: "Imported",
};

/** Only approval is decided here; a denial can be taken back. */
function buttons({ opened, view }: DoorPage, { id, status }: WaitingPerson, name: string): Html | undefined {
  const button = (decision: "accept" | "deny", label: string, look: string) =>
    html`<form method="post" action="${addressOf(opened.event, `/${decision}`, { s: view.status, q: view.search, after: view.after, r: String(id) })}"><button class="${look}">${label}<span class="visually-hidden"> ${name}</span></button></form>\n`;
  if (status === "pending")
    return html`<div class="row">${button("accept", "Accept", "button")}${button("deny", "Deny", "button second")}</div>`;
  return status === "denied" ? button("accept", "Accept after all", "button second") : undefined;
}

function paging({ opened, view, next }: DoorPage): Html | undefined {
  if (next === undefined && view.after === undefined) return undefined;
  const link = (after: string | undefined, text: string) =>
    html`<a href="${addressOf(opened.event, "", { s: view.status, q: view.search, after })}">${text}</a>\n`;
  return html`<nav class="row" aria-label="Pages">${view.after !== undefined && link(undefined, "Back to the first 100")}${next !== undefined && link(next, "Next 100")}</nav>`;
}

function addressOf(event: PageEvent, action: string, parameters: Record<string, string | undefined>): string {
  const [path, query] = signedInAddresses(event, "").door.split("?");
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) search.set(name, value);
  return `${path}${action}?${search}`;
}
