import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";

// Somebody who is sent another person's answer would be signed in as that person. So a browser that begins a sign-in keeps
// that it did. The answer is posted by another site, which leaves out every cookie but those that are for all sites, and
// browsers take these on safe connections only: without https there is no such check.

const LIFE_SECONDS = 3600;

const nameOf = (requestId: string) => `lectern_saml_${requestId.slice(1, 17)}`;

export function rememberRequest(reply: FastifyReply, publicUrl: string, requestId: string): void {
  if (!publicUrl.startsWith("https:")) return;
  const options = { path: "/saml", httpOnly: true, sameSite: "none", secure: true, maxAge: LIFE_SECONDS } as const;
  reply.header("Set-Cookie", stringifySetCookie(nameOf(requestId), "1", options));
}

/** Whether this browser began the sign-in, as far as one can tell. */
export function beganHere(request: FastifyRequest, publicUrl: string, requestId: string): boolean {
  if (!publicUrl.startsWith("https:")) return true;
  return parseCookie(request.headers.cookie ?? "")[nameOf(requestId)] !== undefined;
}
