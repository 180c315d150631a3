import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Sealer } from "../../../../lib/sealer.ts";
import { personKeyOf, readPersonKey } from "./person-key.ts";

// Read and written where it is needed: a plug-in would look at the cookies of every request of the API.

interface PassDeps {
  readonly sealer: Sealer;
  readonly publicUrl: string;
}

const nameOf = (eventId: number) => `lectern_seat_${eventId}`;
const LIFE_SECONDS = 400 * 86_400;

/** Lets this browser in without the form from now on. */
export function givePass(reply: FastifyReply, deps: PassDeps, eventId: number, registrantId: number): void {
  setCookie(reply, deps, eventId, personKeyOf(deps.sealer, registrantId, "pass"), LIFE_SECONDS);
}

/** Makes this browser a stranger again. */
export function endPass(reply: FastifyReply, deps: PassDeps, eventId: number): void {
  setCookie(reply, deps, eventId, "", 0);
}

/** Who this browser is in the event, as far as a cookie can tell: whether the person may still come in is another question. */
export function readPass(request: FastifyRequest, sealer: Sealer, eventId: number): number | undefined {
  const key = parseCookie(request.headers.cookie ?? "")[nameOf(eventId)];
  return key === undefined ? undefined : readPersonKey(sealer, key, "pass");
}

function setCookie(reply: FastifyReply, { publicUrl }: PassDeps, eventId: number, value: string, maxAge: number): void {
  const isSecure = publicUrl.startsWith("https:");
  const options = { path: "/wcc", httpOnly: true, sameSite: "lax", secure: isSecure, maxAge } as const;
  reply.header("Set-Cookie", stringifySetCookie(nameOf(eventId), value, options));
}
