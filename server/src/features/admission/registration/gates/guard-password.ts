import type { FastifyRequest } from "fastify";
import { guess } from "../../../../http/limits/guess.ts";
import type { Limits } from "../../../../http/limits/limits.ts";
import type { PasswordGuard } from "./doors.ts";

/** For the password of an event, where strangers may try one. */
export function guardPassword(limits: Limits, visited: { request: FastifyRequest; eventId: number }): PasswordGuard {
  return (isRight) => guess(limits, { limit: "password", ...visited }, isRight);
}
