import { randomBytes } from "node:crypto";
import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import { hashSecret } from "../../../../lib/secrets.ts";

const NAME = "lectern_staff";
export const STAFF_SESSION_SECONDS = 12 * 3600;

/** 256 bits: nobody guesses it, so a plain SHA-256 of it is enough to keep. */
export function newStaffToken(): string {
  return randomBytes(32).toString("base64url");
}

export function giveStaffCookie(reply: FastifyReply, publicUrl: string, token: string): void {
  setCookie(reply, publicUrl, token, STAFF_SESSION_SECONDS);
}

export function takeStaffCookie(reply: FastifyReply, publicUrl: string): void {
  setCookie(reply, publicUrl, "", 0);
}

/** The hash of what the browser brings, as sessions are found by it. */
export function readStaffToken(request: FastifyRequest): Buffer | undefined {
  const token = parseCookie(request.headers.cookie ?? "")[NAME];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? hashSecret(token) : undefined;
}

function setCookie(reply: FastifyReply, publicUrl: string, value: string, maxAge: number): void {
  const secure = publicUrl.startsWith("https:");
  const options = { path: "/webcast", httpOnly: true, sameSite: "lax", secure, maxAge } as const;
  reply.header("Set-Cookie", stringifySetCookie(NAME, value, options));
}
