import { one } from "../../../../http/forms.ts";
import type { Pages } from "../../../../http/pages/dialect.ts";
import type { Visit } from "../../../../http/pages/visit.ts";
import { mayDo } from "../../../../http/web/caller.ts";
import { readId } from "../../../../lib/read-id.ts";
import { endPass, readPass } from "../../../admission/registration/people/pass-cookie.ts";
import { listClientsBelow } from "../../../base/accounts/queries.ts";
import { readStaffUser } from "../../../base/staff-sessions/read-staff-user.ts";
import { callerOf } from "../../../base/staff-sessions/staff-caller.ts";
import { readStaffToken, takeStaffCookie } from "../../../base/staff-sessions/staff-cookie.ts";
import { getEventAt } from "../../../webinars/events/open-event.ts";
import { findPageEvent } from "../../../webinars/events/page-queries.ts";
import { placesFor } from "../../../webinars/events/staff-places.ts";
import type { KeyDeps } from "../providers/provider-keys.ts";
import { endAudienceSession, endStaffSession } from "../sessions/end-sessions.ts";
import { staffHomePage } from "./home-page.ts";
import { listHomeEvents } from "./home-queries.ts";
import { signedOutPage } from "./result-pages.ts";

const MOST_EVENTS = 50;

/** Where staff who are signed in begin, and the way out. */
export function staffHomePages(pages: Pages, deps: KeyDeps): void {
  const { db, now, publicUrl } = deps;

  pages.get("/webcast/home", async (visit) => {
    const user = await readStaffUser(visit.request, deps);
    if (!user) return visit.leadTo("/webcast/login");
    const caller = callerOf(user);
    // Rights hold at the user's client and at all below it alike.
    const home = { id: user.clientId, path: [user.clientId] };
    const clients = [{ id: user.clientId, name: user.clientName }, ...(await listClientsBelow(db, user.clientId))];
    const asked = readId(one(visit.query, "client"));
    const client = clients.find(({ id }) => id === asked) ?? { id: user.clientId, name: user.clientName };
    const list = async (side: "coming" | "recent") =>
      mayDo(caller, "events.read", home) ? listHomeEvents(db, client.id, { side, now: now(), limit: MOST_EVENTS }) : [];
    const [coming, recent] = await Promise.all([list("coming"), list("recent")]);
    const places = placesFor(caller, home);
    return visit.show(staffHomePage({ user, clients, client, places, coming, recent, now: now() }));
  });

  pages.post("/webcast/home/logout", async (visit) => {
    const tokenHash = readStaffToken(visit.request, publicUrl);
    const user = tokenHash && (await readStaffUser(visit.request, deps));
    takeStaffCookie(visit.reply, publicUrl);
    return signOut(visit, user && (await endStaffSession(deps, { clientId: user.clientId, tokenHash })));
  });
}

/** Ends the pass of somebody who came by an identity provider, and signs out there too. */
export function signOutPages(pages: Pages, deps: KeyDeps): void {
  pages.post("/wcc/signout/:id/:key", async (visit) => {
    const event = await getEventAt((id) => findPageEvent(deps.db, id), visit.params, "audienceKey");
    const { clientId, id, languageCode } = event;
    const registrantId = readPass(visit.request, deps.sealer, id);
    endPass(visit.reply, deps, id);
    const onward = registrantId === undefined ? undefined : await endAudienceSession(deps, { clientId, registrantId });
    return signOut(visit, onward, languageCode);
  });
}

/**
 * Shows that it is over, and goes on to the identity provider. By Refresh: browsers apply the rule of where a form may lead
 * to redirects after it as well, and ours may lead to ourselves only.
 */
function signOut(visit: Visit, onward: string | undefined, languageCode?: string) {
  if (onward !== undefined) visit.reply.header("Refresh", `0; url=${onward}`);
  return visit.show(signedOutPage(languageCode));
}
