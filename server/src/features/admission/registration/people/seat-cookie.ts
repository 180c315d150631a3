import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Sealer } from "../../../../lib/sealer.ts";
import { personKeyOf, readPersonKey } from "./person-key.ts";

// Read and written where it is needed: a plug-in would look at the cookies of every request of the API.

interface SeatDeps {
  readonly sealer: Sealer;
  readonly publicUrl: string;
}

const nameOf = (eventId: number) => `lectern_seat_${eventId}`;
const LIFE_SECONDS = 400 * 86_400;

/** Lets this browser in without the form from now on. */
export function giveSeat(reply: FastifyReply, deps: SeatDeps, eventId: number, registrantId: number): void {
  setCookie(reply, deps, eventId, personKeyOf(deps.sealer, registrantId, "seat"), LIFE_SECONDS);
}

/** Makes this browser a stranger again. */
export function takeSeat(reply: FastifyReply, deps: SeatDeps, eventId: number): void {
  setCookie(reply, deps, eventId, "", 0);
}

/** Who this browser is in the event, as far as a cookie can tell: whether the person may still come in is another question. */
export function readSeat(request: FastifyRequest, sealer: Sealer, eventId: number): number | undefined {
  const key = parseCookie(request.headers.cookie ?? "")[nameOf(eventId)];
  return key === undefined ? undefined : readPersonKey(sealer, key, "seat");
}

function setCookie(reply: FastifyReply, { publicUrl }: SeatDeps, eventId: number, value: string, maxAge: number): void {
  const isSecure = publicUrl.startsWith("https:");
  const options = { path: "/wcc", httpOnly: true, sameSite: "lax", secure: isSecure, maxAge } as const;
  reply.header("Set-Cookie", stringifySetCookie(nameOf(eventId), value, options));
}
