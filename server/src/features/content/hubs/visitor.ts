import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

const COOKIE = "lectern_visitor";
const YEAR_SECONDS = 365 * 86_400;
const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/** Who the cookie says is visiting: a random number, and nothing else. */
export function findVisitor(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return value !== undefined && uuid.test(value) ? value : undefined;
}

/** The visitor, with a new cookie for one who comes for the first time. */
export function greetVisitor(request: FastifyRequest, reply: FastifyReply, publicUrl: string): string {
  const known = findVisitor(request);
  if (known !== undefined) return known;
  const visitorId = randomUUID();
  const isSecure = publicUrl.startsWith("https:");
  const attributes = `Path=/wcc/gateway; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  reply.header("Set-Cookie", `${COOKIE}=${visitorId}; ${attributes}`);
  return visitorId;
}

const robots = /bot\b|crawl|spider|slurp|preview|facebookexternalhit/i;

/** Whether a page is being looked at by a person, as far as one can tell. */
export function isPersonLooking({ method, headers }: FastifyRequest): boolean {
  if (method !== "GET" || robots.test(headers["user-agent"] ?? "")) return false;
  return !/prefetch|prerender/i.test(`${headers["sec-purpose"] ?? ""} ${headers.purpose ?? ""}`);
}
