import { fail } from "../../../../errors.ts";
import { one } from "../../../../http/forms.ts";
import type { Pages } from "../../../../http/pages/dialect.ts";
import type { Visit } from "../../../../http/pages/visit.ts";
import { readId } from "../../../../lib/read-id.ts";
import { endPass } from "../../../admission/registration/people/pass-cookie.ts";
import { takeStaffCookie } from "../../../base/staff-sessions/staff-cookie.ts";
import type { KeyDeps } from "../providers/provider-keys.ts";
import { takeRequest } from "../providers/queries.ts";
import { checkPostedLogout, checkRedirectedLogout, type LogoutMessage } from "../saml/check-logout.ts";
import { answerLogout, endNamedSessions } from "../sessions/end-sessions.ts";
import { signedOutPage } from "./result-pages.ts";

/** Single logout: what identity providers send the browser with. */
export function logoutPages(pages: Pages, deps: KeyDeps): void {
  pages.get("/saml/:clientId/logout", async (visit) => {
    // As it was signed.
    const query = visit.request.raw.url?.split("?")[1] ?? "";
    const message = await checkRedirectedLogout(deps, readClient(visit.params.clientId), query);
    return act(deps, message, new URLSearchParams(query).get("RelayState") ?? "", visit);
  });

  pages.post("/saml/:clientId/logout", async (visit) => {
    const form = { get: (name: string) => one(visit.form, name.toLowerCase()) ?? null };
    const message = await checkPostedLogout(deps, readClient(visit.params.clientId), form);
    return act(deps, message, form.get("RelayState") ?? "", visit);
  });
}

export function readClient(text: string): number {
  return readId(text) ?? fail("sso.unknown");
}

async function act(deps: KeyDeps, message: LogoutMessage, relayState: string, visit: Visit) {
  const { provider } = message;
  if (message.kind === "response") {
    // Our side was over before we asked; the answer only ends the asking.
    await takeRequest(deps.db, provider.clientId, provider.id, message.inResponseTo, deps.now());
    return visit.show(signedOutPage());
  }
  const ended = await endNamedSessions(deps, provider, message.nameId.value, message.sessionIndexes);
  if (ended.some(({ staffTokenHash }) => staffTokenHash !== null)) takeStaffCookie(visit.reply, deps.publicUrl);
  const eventIds = new Set(ended.flatMap(({ eventId }) => (eventId === null ? [] : [eventId])));
  for (const eventId of eventIds) endPass(visit.reply, deps, eventId);
  const answer = await answerLogout(deps, provider, message.id, relayState);
  return answer === undefined ? visit.show(signedOutPage()) : visit.leadTo(answer);
}
