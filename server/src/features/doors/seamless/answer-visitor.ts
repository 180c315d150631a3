import { fail } from "../../../errors.ts";
import { findFlag } from "../../../http/flags.ts";
import { isOwnHost } from "../../../http/own-site.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { allowedRedirect } from "../../admission/registration/form/redirect-rule.ts";
import { lobbyWithPass } from "../../admission/registration/people/handed-pass.ts";
import { endPass, givePass } from "../../admission/registration/people/pass-cookie.ts";
import { isWaiting } from "../../admission/registration/people/registrant-status.ts";
import { findClient } from "../../base/accounts/queries.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import type { Words } from "../../webinars/events/words.ts";
import type { RegistrationPageDeps } from "../registration-page/open-page.ts";
import { showLobby } from "../registration-page/show-lobby.ts";
import { waitingPage } from "../registration-page/waiting-page.ts";
import { findHubPage, type OpenedEvent } from "./open-sent-event.ts";
import { asksForJson, type Sent, text } from "./read-sent.ts";
import type { Visitor } from "./register-visitor.ts";

/** Everything about one visit that the answer depends on. */
export interface Visiting {
  readonly visit: Visit;
  readonly sent: Sent;
  readonly shown: OpenedEvent;
  readonly words: Words;
  /** Whether the caller is told in data, not on a page, why somebody is not in. */
  readonly isJson: boolean;
  /** The parameter that names a thank-you page of the caller's own. */
  readonly targetName: "targeturl" | "lobby";
}

/** Sends somebody who is in on to where they were going, and tells everybody else where they stand. */
export async function answerVisitor(deps: RegistrationPageDeps, visiting: Visiting, visitor: Visitor) {
  const { visit, sent, shown, words } = visiting;
  const { request, reply } = visit;
  const { event } = shown;
  if (visitor.status !== "active" || visitor.isBlocked) return answerOutsider(visiting, visitor);
  const isCookieWanted = findFlag(sent.fields, "deletecookie") !== true;
  const target = await findTarget(deps, visiting);
  const { lobby } = eventAddresses(event, deps.publicUrl);
  if (isCookieWanted) givePass(reply, deps, event.id, visitor.id);
  else endPass(reply, deps, event.id);
  if (asksForJson(request) || (shown.isHub && !sent.names.has("targeturl")))
    return reply.send({ eventid: event.id, eventuserid: visitor.id, status: "active", lobbyurl: target });
  if (target !== lobby) return visit.leadTo(target);
  // Without a cookie the lobby would ask who is there, so it is shown at once.
  if (!isCookieWanted) return showLobby(deps, visit, shown, words);
  // At a host that only receives forms a cookie would stay behind.
  return visit.leadTo(isOwnHost(request, deps.publicUrl) ? lobby : lobbyWithPass(lobby, deps, visitor.id));
}

function answerOutsider({ visit, shown, words, isJson }: Visiting, visitor: Visitor) {
  const { event } = shown;
  const { status, isBlocked, isBlockedNow } = visitor;
  if (!isJson) {
    const isRefused = isBlocked || status === "denied";
    const page = waitingPage(shown, words, isBlocked ? "blocked" : status, false);
    return visit.show(page, { status: isRefused && !isBlockedNow ? 403 : 200 });
  }
  if (isBlockedNow) return visit.reply.send({ eventid: event.id, eventuserid: visitor.id, status: "blocked" });
  if (isBlocked) fail("seamless.blocked", { eventId: event.id });
  if (!isWaiting(status) || status === "denied") fail("admission.denied", { eventId: event.id });
  // Whoever waits is no registrant yet and has no number to be found by.
  return visit.reply.status(202).send({ eventid: event.id, status });
}

/** Where somebody goes on to: a page of the caller's own where it may be, otherwise the hub's page or the lobby. */
async function findTarget(deps: RegistrationPageDeps, { sent, shown, targetName }: Visiting): Promise<string> {
  const { event, isHub } = shown;
  const hubPage = isHub ? await findHubPage(deps, shown, text(sent, "experienceid")) : undefined;
  const own = hubPage ?? eventAddresses(event, deps.publicUrl).lobby;
  const asked = isHub || targetName === "lobby" ? text(sent, targetName) : undefined;
  if (asked === undefined) return own;
  const redirectHosts = (await findClient(deps.db, event.clientId))?.redirectHosts ?? [];
  const rule = { publicUrl: deps.publicUrl, redirectHosts, embedOrigins: event.embedOrigins };
  return allowedRedirect(asked, rule) ?? own;
}
