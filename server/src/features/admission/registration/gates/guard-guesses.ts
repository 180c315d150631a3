import type { FastifyRequest } from "fastify";
import { guess } from "../../../../http/limits/guess.ts";
import type { Limits } from "../../../../http/limits/limits.ts";
import type { Arrival } from "./doors.ts";

/** For what strangers may guess before an event: its password, and who is registered. */
export function guardGuesses(
  limits: Limits,
  visited: { request: FastifyRequest; eventId: number },
): Pick<Arrival, "guardPassword" | "guardKnown"> {
  return {
    guardPassword: (isRight) => guess(limits, { limit: "password", ...visited }, isRight),
    guardKnown: (isRight) => guess(limits, { limit: "strangers", ...visited }, isRight),
  };
}
