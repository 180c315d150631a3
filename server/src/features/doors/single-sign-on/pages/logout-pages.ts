import type { FastifyInstance, FastifyReply } from "fastify";
import { fail } from "../../../../errors.ts";
import { sendPage } from "../../../../http/pages/layout.ts";
import { takeSeat } from "../../../admission/registration/people/seat-cookie.ts";
import type { KeyDeps } from "../providers/provider-keys.ts";
import { takeRequest } from "../providers/queries.ts";
import { checkPostedLogout, checkRedirectedLogout, type LogoutMessage } from "../saml/check-logout.ts";
import { answerLogout, endNamedSessions } from "../sessions/end-sessions.ts";
import { takeStaffCookie } from "../sessions/staff-cookie.ts";
import { signedOutPage } from "./result-pages.ts";

const hidden = { schema: { hide: true } };

/** Single logout: what identity providers send the browser with. */
export function logoutPages(app: FastifyInstance, deps: KeyDeps): void {
  app.get<{ Params: { clientId: string } }>("/saml/:clientId/logout", hidden, async (request, reply) => {
    const query = request.raw.url?.split("?")[1] ?? "";
    const message = await checkRedirectedLogout(deps, readClient(request.params.clientId), query);
    return act(deps, message, new URLSearchParams(query).get("RelayState") ?? "", reply);
  });

  app.post<{ Params: { clientId: string } }>("/saml/:clientId/logout", hidden, async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const message = await checkPostedLogout(deps, readClient(request.params.clientId), form);
    return act(deps, message, form.get("RelayState") ?? "", reply);
  });
}

function readClient(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : fail("sso.unknown");
}

async function act(deps: KeyDeps, message: LogoutMessage, relayState: string, reply: FastifyReply) {
  const { provider } = message;
  if (message.kind === "response") {
    // Our side was over before we asked; the answer only ends the asking.
    await takeRequest(deps.db, provider.clientId, provider.id, message.inResponseTo, deps.now());
    return sendPage(reply, signedOutPage(), { isSecret: true });
  }
  const ended = await endNamedSessions(deps, provider, message.nameId.value, message.sessionIndexes);
  if (ended.some(({ staffTokenHash }) => staffTokenHash !== null)) takeStaffCookie(reply, deps.publicUrl);
  const eventIds = new Set(ended.flatMap(({ eventId }) => (eventId === null ? [] : [eventId])));
  for (const eventId of eventIds) takeSeat(reply, deps, eventId);
  const answer = await answerLogout(deps, provider, message.id, relayState);
  if (answer === undefined) return sendPage(reply, signedOutPage(), { isSecret: true });
  return reply.headers({ "Cache-Control": "no-store" }).redirect(answer, 303);
}
