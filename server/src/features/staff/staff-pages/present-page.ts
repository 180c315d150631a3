import { type Html, html } from "../../../http/pages/html.ts";
import { isLive, startsByItself } from "../../base/lookups/event-types.ts";
import { type EncoderAddress, eventAddresses } from "../../webinars/events/addresses.ts";
import { type Phase, phaseOf } from "../../webinars/events/event-phase.ts";
import type { OpenedEvent } from "./for-staff.ts";
import { staffPage } from "./staff-page.ts";

/** A video or a deck of slides, as far as its processing has come. */
export interface WorkItem {
  readonly name: string;
  readonly state: string;
  readonly reason: string | null;
  /** Such as "12 pages". */
  readonly size: string;
}

export interface Presenting {
  readonly opened: OpenedEvent;
  readonly now: Date;
  readonly decks: readonly WorkItem[];
  readonly videos: readonly WorkItem[];
  readonly captions: readonly string[];
  /** Of a broadcast; none for other types. */
  readonly encoders: readonly EncoderAddress[];
  /** Why the last press of a button changed nothing. */
  readonly refusal?: string;
}

/** Where presenters start and end their event and see whether everything is ready. */
export function presentPage({ opened, now, decks, videos, captions, encoders, refusal }: Presenting): string {
  const { event } = opened;
  const phase = phaseOf(event, now);
  return staffPage({
    opened,
    now,
    place: "present",
    body: html`${refusal && html`<p class="notice bad" role="alert">${refusal}</p>`}
<div class="columns">
<div class="stack">
<section class="card"><h2>On air</h2><div class="stack">${onAir(opened, phase)}</div></section>
${encoders.length > 0 && encoderList(encoders)}
${workTable("Videos", videos, "No video has been chosen for this event.")}
${workTable("Slides", decks, "No slides have been uploaded.")}
</div>
<div class="stack">
<section class="card"><h2>Addresses</h2><div class="stack">${addressList(opened)}</div></section>
<section class="card"><h2>Captions</h2><p>${captions.length > 0 ? captions.join(", ") : html`<span class="quiet">None yet.</span>`}</p></section>
</div>
</div>`,
  });
}

const explanations: Readonly<Record<Phase, string>> = {
  scheduled: "The event has not begun. It may be started up to an hour before its announced time.",
  lobby: "The audience may come in. The event begins at its announced time, or when you start it.",
  live: "The event is live.",
  ended: "The event has ended. On demand follows.",
  "on-demand": "The event can be watched on demand.",
  expired: "The event is over.",
};

function onAir(opened: OpenedEvent, phase: Phase): Html {
  const { event } = opened;
  const canStart = isLive(event.type) && !startsByItself(event.type) && !event.startedAt;
  const isStartable = canStart && (phase === "scheduled" || phase === "lobby" || phase === "live");
  return html`<p>${explanations[phase]}</p>
${startsByItself(event.type) && html`<p class="quiet">A recorded event starts by itself at its announced time.</p>`}
<div class="row">
${isStartable && actionButton(opened, "start", "Start the event", "button")}
${phase === "live" && actionButton(opened, "end", "End the event", "button danger")}
</div>`;
}

function actionButton({ event }: OpenedEvent, action: "start" | "end", label: string, look: string): Html {
  const address = eventAddresses(event, "").present.replace("/present", `/present/${action}`);
  return html`<form method="post" action="${address}"><button class="${look}">${label}</button></form>`;
}

const stateBadges: Readonly<Record<string, [name: string, look: string]>> = {
  received: ["Waiting", "badge quiet"],
  processing: ["Processing", "badge warn"],
  ready: ["Ready", "badge good"],
  failed: ["Failed", "badge bad"],
};

function workTable(title: string, items: readonly WorkItem[], emptyText: string): Html {
  if (items.length === 0)
    return html`<section class="card"><h2>${title}</h2><p class="quiet">${emptyText}</p></section>`;
  return html`<section class="card"><h2>${title}</h2>
<ul class="plain work">${items.map(({ name, state, reason, size }) => {
    const [stateName, look] = stateBadges[state] ?? [state, "badge"];
    return html`<li class="row apart"><div><span dir="auto">${name}</span> ${size && html`<span class="quiet small">${size}</span>`}
${reason && html`<p class="fault">${reason}</p>`}</div><span class="${look}">${stateName}</span></li>\n`;
  })}</ul></section>`;
}

function encoderList(encoders: readonly EncoderAddress[]): Html {
  return html`<section class="card"><h2>Encoders</h2><div class="stack">
<p class="quiet">Set up your encoders with these. Receiving their picture is not possible yet.</p>
${encoders.map(
  ({ name, url, streamId }) => html`<div><h3>${name}</h3><dl class="facts beside">
<dt>Address</dt><dd class="code">${url}</dd>
<dt>Stream name</dt><dd class="code">${streamId}</dd></dl></div>\n`,
)}</div></section>`;
}

function addressList({ event }: OpenedEvent): Html {
  const { audience, preview, door } = eventAddresses(event, "");
  return html`<ul class="plain stack tight">
<li><a href="${audience}">Audience page</a> <span class="quiet small">to invite people with</span></li>
<li><a href="${preview}">Preview of the console</a></li>
<li><a href="${door}">People at the door</a> <span class="quiet small">to accept or deny, once you are signed in</span></li>
</ul>
<p class="notice small">The addresses of this page and of the preview open without a password: give them to your team only.</p>`;
}
