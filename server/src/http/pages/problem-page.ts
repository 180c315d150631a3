import { speak } from "@lectern/texts/say";
import type { Refusal, RefusalCode } from "../../errors.ts";
import { html } from "./html.ts";
import { page } from "./layout.ts";
import type { Visit } from "./visit.ts";

type Topic =
  | `pages:problems.${"missing" | "foreign" | "tooMany" | "notUnderstood" | "failed"}`
  | "links:unknown"
  | "staff:linkOver"
  | `links:standing.${"inactive" | "deleted-event"}`;

const topics: Partial<Record<RefusalCode, Topic>> = {
  "visit.unknown": "links:unknown",
  "link.over": "staff:linkOver",
  "http.notFound": "pages:problems.missing",
  "visit.foreign": "pages:problems.foreign",
  "visit.tooMany": "pages:problems.tooMany",
  "event.deleted": "links:standing.deleted-event",
  "event.inactive": "links:standing.inactive",
};

/** Tells why there is nothing else to see, and what one can do, in the language that is read. */
export function showProblem(visit: Visit, { code, status, message }: Refusal) {
  const topic = topics[code];
  const { heading, says } = sayProblem(
    visit,
    topic ?? (status >= 500 ? "pages:problems.failed" : "pages:problems.notUnderstood"),
  );
  const body = html`<div class="stack problem">
<h1>${heading}</h1>
<p class="lead">${says}</p>
${!topic && html`<p class="quiet small" lang="en" dir="ltr">${message}</p>`}
</div>`;
  return visit.show(page({ title: heading, lang: visit.language, body }), { status });
}

function sayProblem({ language }: Visit, topic: Topic) {
  const say = speak(language);
  return { heading: say(`${topic}.heading`), says: say(`${topic}.says`) };
}
