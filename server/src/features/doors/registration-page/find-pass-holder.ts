import type { FastifyRequest } from "fastify";
import type { Selectable } from "kysely";
import type { Registrants } from "../../../db/types.ts";
import { readPass } from "../../admission/registration/people/pass-cookie.ts";
import { findRegistrant } from "../../admission/registration/people/person-queries.ts";
import type { RegistrationPageDeps } from "./open-page.ts";
import type { FormEvent } from "./page-event.ts";

/** Whose pass to the event this browser has; undefined for strangers, and for who may no longer come in. */
export async function findPassHolder(
  { db, sealer }: RegistrationPageDeps,
  { event }: FormEvent,
  request: FastifyRequest,
): Promise<Selectable<Registrants> | undefined> {
  const registrantId = readPass(request, sealer, event.id);
  if (registrantId === undefined) return undefined;
  const person = await findRegistrant(db, { clientId: event.clientId, eventId: event.id, registrantId });
  return person?.status === "active" && !person.isBlocked ? person : undefined;
}
