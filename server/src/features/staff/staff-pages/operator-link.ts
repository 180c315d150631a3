import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import { makeExpiringKey, readExpiringKey } from "../../../lib/expiring-key.ts";
import type { Sealer } from "../../../lib/sealer.ts";

// The operator has no session in a browser: a signed link lets one in to the pages of one event, for an hour from when it was
// made. The browser keeps the key of the link, so both end at the same moment.

const LIFE_MS = 3_600_000;
const PURPOSE = "operator-link";

const cookieOf = (eventId: number) => `lectern_event_${eventId}`;

export interface OperatorLink {
  readonly url: string;
  readonly expiresAt: Date;
}

export function makeOperatorLink(
  { sealer, publicUrl }: { sealer: Sealer; publicUrl: string },
  eventId: number,
  now: Date,
): OperatorLink {
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  const key = makeExpiringKey(sealer, PURPOSE, String(eventId), expiresAt);
  return { url: `${publicUrl}/webcast/enter?e=${eventId}&k=${key}`, expiresAt };
}

/** Lets the browser in that followed a link; whether the link is a good one. */
export function takeOperatorLink(
  reply: FastifyReply,
  { sealer, publicUrl }: { sealer: Sealer; publicUrl: string },
  { eventId, key, now }: { eventId: number; key: string; now: Date },
): boolean {
  const expiresAt = readExpiringKey(sealer, PURPOSE, String(eventId), key, now);
  if (!expiresAt) return false;
  const maxAge = Math.ceil((expiresAt.getTime() - now.getTime()) / 1000);
  const secure = publicUrl.startsWith("https:");
  // Lax: the link is followed from elsewhere, and a strict cookie would not be sent to where it leads.
  const options = { path: "/webcast", httpOnly: true, sameSite: "lax", secure, maxAge } as const;
  reply.header("Set-Cookie", stringifySetCookie(cookieOf(eventId), key, options));
  return true;
}

/** Whether a browser followed a link of the operator's to this event, less than an hour old. */
export function isLetIn(
  request: FastifyRequest,
  { sealer, now }: { sealer: Sealer; now(): Date },
  eventId: number,
): boolean {
  const key = parseCookie(request.headers.cookie ?? "")[cookieOf(eventId)];
  return key !== undefined && readExpiringKey(sealer, PURPOSE, String(eventId), key, now()) !== undefined;
}
