import { html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { formatWithZone, localeOf } from "../../webinars/events/event-language.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import { phaseBadge } from "../../webinars/events/phases.ts";
import type { Presenter, PresenterRole } from "./queries.ts";

const roleNames: Readonly<Record<PresenterRole, string>> = {
  producer: "Producer",
  presenter: "Presenter",
  moderator: "Q&A Moderator",
};

interface Desk {
  readonly event: PageEvent;
  readonly presenter: Presenter;
  readonly now: Date;
}

/** Tells a presenter whose link it is, of which event, and when that is. */
export function deskPage({ event, presenter, now }: Desk): string {
  const { firstName, lastName, role } = presenter;
  const english = { ...event, languageCode: "en", countryCode: null };
  return page({
    title: `Presenter's desk: ${event.title}`,
    brand: { name: event.clientName },
    body: html`<div class="stack loose">
<header class="stack tight">
<p class="row">${phaseBadge(phaseOf(event, now))}</p>
<h1 lang="${localeOf(event)}" dir="auto">${event.title}</h1>
<p class="quiet"><time datetime="${event.startsAt.toISOString()}">${formatWithZone(event.startsAt, english, { dateStyle: "full", timeStyle: "short" })}</time> · ${event.durationMinutes} minutes</p>
</header>
<section class="card"><dl class="facts beside">
<dt>You are</dt><dd dir="auto">${firstName} ${lastName}</dd>
<dt>Your role</dt><dd>${roleNames[role]}</dd>
</dl></section>
<p class="notice small">The address of this page is yours alone: whoever has it presents in your name.</p>
</div>`,
  });
}
