import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { Refusal } from "../../../errors.ts";
import { sendPage } from "../../../http/pages/layout.ts";
import { siteOf } from "../../../http/pages/own-site.ts";
import { problems } from "../../../http/pages/problem-page.ts";
import { getAdmissionEvent } from "../../admission/registration/admission-event.ts";
import { waitingStatuses } from "../../admission/registration/people/registrant-status.ts";
import { decideApproval } from "../../admission/registration/waiting/decide-approval.ts";
import { readPosition, writePosition } from "../../admission/registration/waiting/waiting-position.ts";
import {
  countWaiting,
  listWaiting,
  type WaitingCounts,
  type WaitingStatus,
} from "../../admission/registration/waiting/waiting-queries.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import { type DoorView, doorPage, doorTabs } from "./door-page.ts";
import { asText, forStaff, sendProblem } from "./for-staff.ts";

export interface DoorDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
  now(): Date;
}

const hidden = { schema: { hide: true } };
const PAGE_SIZE = 100;

/** Who waits for an event, and the buttons that let in or turn away. */
export function doorRoutes(app: FastifyInstance, deps: DoorDeps): void {
  const { db, now, publicUrl } = deps;

  const show = async (event: PageEvent, reply: FastifyReply, request: FastifyRequest, refusal?: Refusal) => {
    const counts = await countWaiting(db, event.clientId, event.id);
    const view = readView(request, counts);
    const after = view.after === undefined ? undefined : readPosition(view.after);
    const { people, next } = await listWaiting(db, event.clientId, event.id, { ...view, after, limit: PAGE_SIZE });
    const { gates } = await getAdmissionEvent(db, event.id);
    const text = doorPage({
      event,
      now: now(),
      view,
      counts,
      people,
      gates,
      next: next && writePosition(next),
      refusal: refusal?.message,
    });
    return sendPage(reply, text, { isSecret: true, ...(refusal && { status: refusal.status }) });
  };
  app.get("/webcast/door", hidden, forStaff(deps, show));

  for (const decision of ["accept", "deny"] as const) {
    const press = forStaff(deps, async (event, reply, request) => {
      const { r, ...view } = request.query as Record<string, unknown>;
      const registrantId = /^\d{1,15}$/.test(asText(r) ?? "") ? Number(r) : 0;
      const key = { clientId: event.clientId, eventId: event.id, registrantId };
      try {
        const done = await decideApproval(db, key, decision, { actor: "page:door", now: now() });
        return reply.header("Referrer-Policy", "no-referrer").redirect(withView(event, { ...view, done }), 303);
      } catch (error) {
        if (error instanceof Refusal) return show(event, reply, request, error);
        throw error;
      }
    });
    app.post(`/webcast/door/${decision}`, hidden, async (request, reply) =>
      siteOf(request, publicUrl) === "foreign" ? sendProblem(reply, problems.foreignDoor) : press(request, reply),
    );
  }
}

/** What is looked at: without a choice, the first list that has anybody in it. */
function readView({ query }: FastifyRequest, counts: WaitingCounts): DoorView {
  const { s, q, after, done } = query as Record<string, unknown>;
  const chosen = waitingStatuses.find((status) => status === asText(s));
  const first: WaitingStatus | undefined = doorTabs.find((status) => counts[status] > 0);
  return {
    status: chosen ?? first ?? "pending",
    // PostgreSQL has no zero characters.
    search: asText(q)?.replaceAll("\0", "").trim().slice(0, 100) || undefined,
    after: asText(after) || undefined,
    done: asText(done) || undefined,
  };
}

/** Back to the same list after a button. */
function withView(event: PageEvent, view: Record<string, unknown>): string {
  const address = new URL(eventAddresses(event, "http://localhost").door);
  for (const name of ["s", "q", "after", "done"]) {
    const value = asText(view[name]);
    if (value) address.searchParams.set(name, value);
  }
  return address.pathname + address.search;
}
