import { fail } from "../../../errors.ts";
import { type Fields, one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import { gatewayPath } from "./addresses.ts";
import { MAX_COMMENT } from "./content-page.ts";
import { isTimed } from "./content-types.ts";
import { type ContentAddress, getContent } from "./open-content.ts";
import type { HubPageDeps } from "./pages.ts";
import { recordOpinion, recordReaction, recordSeconds } from "./record-activity.ts";
import { sendDocument } from "./send-document.ts";
import { findVisitor } from "./visitor.ts";

/** A page reports its viewing time every few seconds. */
const MAX_SECONDS = 60;

/** What visitors do: it counts for those who have opened the content before. */
export function reactionPages(all: Pages, deps: HubPageDeps): void {
  // Without a word of where it comes from it is no browser of today, and nothing of its visits is worth counting.
  const pages = all.with({ formsFrom: "surely-ours", formBytes: 32 * 1024, limit: "reactions" });
  const { db, now } = deps;
  const reached = async ({ params, request }: Visit<ContentAddress>) => {
    const { hub, content } = await getContent(deps, params);
    const place = { clientId: hub.clientId, hubId: hub.id, contentId: content.contentId };
    const page = gatewayPath(hub.slug, content.contentId);
    return { content, place, visitorId: findVisitor(request), backTo: (done = "") => `${page}${done}#feedback` };
  };

  for (const opinion of ["like", "dislike"] as const)
    pages.post(`/wcc/gateway/:slug/:id/${opinion}`, async (visit) => {
      const { place, visitorId, backTo } = await reached(visit);
      if (visitorId) await recordOpinion(db, place, visitorId, opinion, now());
      return visit.leadTo(backTo());
    });

  pages.post("/wcc/gateway/:slug/:id/comment", async (visit) => {
    const { place, visitorId, backTo } = await reached(visit);
    const text = readComment(visit.form);
    const isSent = visitorId && (await recordReaction(db, place, visitorId, { kind: "comment", text }, now()));
    return visit.leadTo(backTo(isSent ? "?done=comment" : ""));
  });

  pages.post("/wcc/gateway/:slug/:id/share", async (visit) => {
    const { place, visitorId, backTo } = await reached(visit);
    if (visitorId) await recordReaction(db, place, visitorId, { kind: "share" }, now());
    return visit.leadTo(backTo("?done=share"));
  });

  pages.post("/wcc/gateway/:slug/:id/download", async (visit) => {
    const { content, place, visitorId } = await reached(visit);
    if (content.contentType !== "pdf") fail("http.notFound", { path: "this address" });
    if (visitorId) await recordReaction(db, place, visitorId, { kind: "download" }, now());
    return sendDocument(deps, visit, content, "attachment");
  });

  pages.post("/wcc/gateway/:slug/:id/seconds", async (visit) => {
    const { content, place, visitorId } = await reached(visit);
    const seconds = readSeconds(visit.form);
    if (visitorId && isTimed(content.contentType)) await recordSeconds(db, place, visitorId, seconds, now());
    return visit.reply.status(204).send();
  });
}

/** Without blanks and line ends around it. */
function readComment(form: Fields): string {
  const text = (one(form, "text") ?? "").trim();
  if (text === "" || [...text].length > MAX_COMMENT)
    fail("body.invalid", { faults: `A comment has 1 to ${MAX_COMMENT} characters.` });
  return text;
}

function readSeconds(form: Fields): number {
  const seconds = readId(one(form, "seconds")) ?? 0;
  if (seconds < 1 || seconds > MAX_SECONDS) fail("parameter.invalid", { name: "seconds" });
  return seconds;
}
