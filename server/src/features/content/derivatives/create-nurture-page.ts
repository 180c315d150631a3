import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { escapeHtml } from "../../../http/pages/html.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { findEvent } from "../../webinars/events/queries.ts";
import { createContent } from "../hubs/create-content.ts";
import { derivativeChanges } from "./changes.ts";
import { type Derivative, findDerivative, insertDerivative } from "./queries.ts";

export interface NewNurturePage {
  title: string;
  /** Ready texts of the webinar, in the order they stand on the page. */
  derivativeIds: readonly number[];
  tags?: string[];
  funnelStages?: string[];
}

/** Makes a page of a webinar's texts as they are now; it is content from the beginning. Answers its id as a derivative. */
export async function createNurturePage(
  db: Db,
  clientId: number,
  eventId: number,
  { title, derivativeIds, tags = [], funnelStages = [] }: NewNurturePage,
  { author, now }: { author: Author; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    if (!(await findEvent(tx, clientId, eventId))) fail("event.unknown", { eventId });
    const parts: Derivative[] = [];
    for (const id of derivativeIds) parts.push(await requirePart(tx, clientId, eventId, id));
    const id = await insertDerivative(tx, {
      clientId,
      kind: "nurture-page",
      sourceEventId: eventId,
      title,
      text: parts.map(asSection).join("\n"),
      state: "ready",
      tags,
      funnelStages,
      createdBy: author.name ?? null,
    });
    await createContent(tx, clientId, { source: { kind: "article", derivativeId: id } }, author, now);
    await derivativeChanges.record(tx, "derivative.ready", { clientId, eventId, subjectId: id, actor: author.actor });
    return id;
  });
}

async function requirePart(tx: Db, clientId: number, eventId: number, id: number): Promise<Derivative> {
  const part = await findDerivative(tx, clientId, id);
  if (part?.sourceEventId !== eventId) fail("derivative.unknown", { mediaId: id });
  if (part.kind === "nurture-page")
    fail("content.unsuitable", { reason: "A nurture page can't be a part of another one." });
  if (part.state !== "ready") fail("derivative.notReady", { mediaId: id });
  return part;
}

/** The page has the title; chapters of an e-book have addresses of their own only where it stands alone. */
function asSection({ title, text }: Derivative): string {
  const lowered = withoutNavigation(text.replace(/<(\/?)h1\b[^<>]*>/g, "<$1h2>"));
  return `<section>\n<h2>${escapeHtml(title)}</h2>\n${lowered.replace(/ id="[^"]*"/g, "")}\n</section>`;
}

function withoutNavigation(html: string): string {
  const [before = "", ...parts] = html.split("<nav>");
  return before + parts.map((part) => part.slice(part.indexOf("</nav>")).slice("</nav>".length)).join("");
}
