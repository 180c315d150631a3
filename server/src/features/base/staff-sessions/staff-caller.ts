import type { FastifyRequest } from "fastify";
import { fail } from "../../../errors.ts";
import { siteOf } from "../../../http/own-site.ts";
import type { Caller, Identify } from "../../../http/web/caller.ts";
import { rightsOf } from "../accounts/rights-of.ts";
import type { StaffUser } from "./queries.ts";
import { readStaffUser, type SessionDeps } from "./read-staff-user.ts";

/** Staff who are signed in call our own API from our own pages, with their rights at their client and all below it. */
export function staffBySession(deps: SessionDeps): Identify {
  return async (request) => {
    const user = await readStaffUser(request, deps);
    if (!user) return undefined;
    if (!isOurPages(request, deps.publicUrl)) fail("visit.foreign");
    return callerOf(user);
  };
}

export function callerOf({ clientId, userId, permissions }: StaffUser): Caller {
  return { actor: `user:${userId}`, grants: [{ clientId, rights: rightsOf(permissions) }] };
}

/** Browsers send cookies along whoever's page asks. What changes nothing may also be asked for by the person itself. */
function isOurPages(request: FastifyRequest, publicUrl: string): boolean {
  const site = siteOf(request, publicUrl);
  const isReading = request.method === "GET" || request.method === "HEAD";
  return site === "own" || (isReading && site === "unknown");
}
