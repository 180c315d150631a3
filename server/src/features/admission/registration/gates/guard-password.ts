import type { FastifyRequest } from "fastify";
import { Refusal } from "../../../../errors.ts";
import type { Limits } from "../../../../http/limits/limits.ts";
import type { AdmissionEvent } from "../admission-event.ts";
import type { Door } from "./doors.ts";
import { findGate } from "./gates.ts";

/**
 * Does what asks for the password of an event, where strangers may try one. Wrong ones are counted; after too many none is
 * looked at any more, the right one neither.
 */
export async function guardPassword<Done>(
  limits: Limits,
  { event, door, request }: { event: AdmissionEvent; door: Door; request: FastifyRequest },
  work: () => Promise<Done>,
): Promise<Done> {
  if (!findGate(event, "password", door)) return work();
  const visited = { request, eventId: event.id };
  await limits.check("password", visited);
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === "admission.password") await limits.enter("password", visited);
    throw error;
  }
}
