import { html } from "./html.ts";
import { page } from "./layout.ts";

/** Why there is nothing to see, and what one can do. */
export interface Problem {
  readonly status: number;
  readonly heading: string;
  readonly text: string;
}

export const problems = {
  unknown: {
    status: 404,
    heading: "This page does not exist",
    text: "The address may be incomplete or mistyped: links in e-mails sometimes break in two. Please open the whole link from your invitation, or ask whoever sent it to you.",
  },
  deleted: {
    status: 410,
    heading: "This event has been removed",
    text: "Its organiser has taken it down, and it will not come back at this address.",
  },
  inactive: {
    status: 403,
    heading: "This event is not open",
    text: "Its organiser has closed it for now. Please try again later, or ask whoever invited you.",
  },
  foreign: {
    status: 403,
    heading: "That came from another site",
    text: "The event can be started and ended only from its own page. Please open that page again and try once more.",
  },
  foreignDoor: {
    status: 403,
    heading: "That came from another site",
    text: "People can be accepted and denied only from the event's own page. Please open that page again and try once more.",
  },
} as const satisfies Record<string, Problem>;

export function problemPage({ heading, text }: Problem, lang = "en"): string {
  return page({
    title: heading,
    lang,
    body: html`<div class="stack problem">
<h1>${heading}</h1>
<p class="lead">${text}</p>
</div>`,
  });
}
