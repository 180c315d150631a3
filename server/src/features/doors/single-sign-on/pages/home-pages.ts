import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendPage } from "../../../../http/pages/layout.ts";
import { siteOf } from "../../../../http/pages/own-site.ts";
import { problemPage, problems } from "../../../../http/pages/problem-page.ts";
import { readSeat, takeSeat } from "../../../admission/registration/people/seat-cookie.ts";
import { openEvent } from "../../../webinars/events/open-event.ts";
import type { KeyDeps } from "../providers/provider-keys.ts";
import { endAudienceSession, endStaffSession } from "../sessions/end-sessions.ts";
import { findStaffUser, type StaffUser } from "../sessions/session-queries.ts";
import { readStaffToken, takeStaffCookie } from "../sessions/staff-cookie.ts";
import { homePage } from "./home-page.ts";
import { listHomeEvents } from "./home-queries.ts";
import { signedOutPage } from "./result-pages.ts";

const hidden = { schema: { hide: true } };
const secret = { isSecret: true };
const MOST_EVENTS = 50;

/** The pages of whoever is signed in by an identity provider: staff's home, and the ways out. */
export async function homePages(app: FastifyInstance, deps: KeyDeps): Promise<void> {
  await app.register(async (scope) => {
    // The buttons' forms send nothing but their address.
    scope.addContentTypeParser("application/x-www-form-urlencoded", (_request, body, done) => {
      body.resume();
      body.on("end", () => done(null));
    });
    staffRoutes(scope, deps);
    audienceSignOut(scope, deps);
  });
}

/** The staff user of a request, if one is signed in. */
export async function readStaffUser(request: FastifyRequest, { db, now }: KeyDeps): Promise<StaffUser | undefined> {
  const tokenHash = readStaffToken(request);
  return tokenHash && findStaffUser(db, tokenHash, now());
}

function staffRoutes(app: FastifyInstance, deps: KeyDeps): void {
  const { db, now, publicUrl } = deps;

  app.get("/webcast/home", hidden, async (request, reply) => {
    const user = await readStaffUser(request, deps);
    if (!user) return reply.header("Cache-Control", "no-store").redirect("/webcast/login", 303);
    const list = (side: "coming" | "recent") =>
      listHomeEvents(db, user.clientId, { side, now: now(), limit: MOST_EVENTS });
    const [coming, recent] = await Promise.all([list("coming"), list("recent")]);
    return sendPage(reply, homePage(user, { coming, recent }, now()), secret);
  });

  app.post("/webcast/home/logout", hidden, async (request, reply) => {
    if (siteOf(request, deps.publicUrl) === "foreign") return sendForeign(reply);
    const tokenHash = readStaffToken(request);
    const user = tokenHash && (await findStaffUser(db, tokenHash, now()));
    takeStaffCookie(reply, publicUrl);
    return signOut(reply, user && (await endStaffSession(deps, { clientId: user.clientId, tokenHash })));
  });
}

/** Gives back the seat of somebody who came by an identity provider, and signs out there too. */
function audienceSignOut(app: FastifyInstance, deps: KeyDeps): void {
  app.post<{ Params: { id: string; key: string } }>("/wcc/signout/:id/:key", hidden, async (request, reply) => {
    if (siteOf(request, deps.publicUrl) === "foreign") return sendForeign(reply);
    const opened = await openEvent(deps.db, request.params, "audienceKey");
    if ("closed" in opened) {
      const problem = problems[opened.closed];
      return sendPage(reply, problemPage(problem), { ...secret, status: problem.status });
    }
    const { clientId, id, languageCode } = opened.event;
    const registrantId = readSeat(request, deps.sealer, id);
    takeSeat(reply, deps, id);
    const onward = registrantId === undefined ? undefined : await endAudienceSession(deps, { clientId, registrantId });
    return signOut(reply, onward, languageCode);
  });
}

/**
 * Shows that it is over, and goes on to the identity provider. By Refresh: browsers apply the rule of where a form may lead
 * to redirects after it as well, and ours may lead to ourselves only.
 */
function signOut(reply: FastifyReply, onward: string | undefined, languageCode?: string) {
  if (onward !== undefined) reply.header("Refresh", `0; url=${onward}`);
  return sendPage(reply, signedOutPage(languageCode), secret);
}

function sendForeign(reply: FastifyReply) {
  return sendPage(reply, problemPage(problems.foreign), { ...secret, status: problems.foreign.status });
}
