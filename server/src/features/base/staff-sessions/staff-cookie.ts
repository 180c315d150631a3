import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import { hashSecret } from "../../../lib/secrets.ts";

/** Browsers take a name of this kind from this very host on a safe connection only, so no neighbour can plant a session. */
const nameOf = (publicUrl: string) => (isSafe(publicUrl) ? "__Host-lectern_session" : "lectern_session");

const isSafe = (publicUrl: string) => publicUrl.startsWith("https:");

/** @param seconds until the browser forgets it */
export function giveStaffCookie(reply: FastifyReply, publicUrl: string, token: string, seconds: number): void {
  // Lax: whoever follows a link from a mail is still signed in; what changes something is posted, and then it is not sent.
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure: isSafe(publicUrl), maxAge: seconds } as const;
  reply.header("Set-Cookie", stringifySetCookie(nameOf(publicUrl), token, options));
}

export function takeStaffCookie(reply: FastifyReply, publicUrl: string): void {
  giveStaffCookie(reply, publicUrl, "", 0);
}

/** The hash of what the browser brings, as sessions are found by it. */
export function readStaffToken({ headers }: Pick<FastifyRequest, "headers">, publicUrl: string): Buffer | undefined {
  const token = parseCookie(headers.cookie ?? "")[nameOf(publicUrl)];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? hashSecret(token) : undefined;
}
