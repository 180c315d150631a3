import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../../db/types.ts";
import { fail } from "../../../../errors.ts";
import { problems, type WebApp } from "../../../../http/web/dialect.ts";
import type { LoadCache } from "../../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../admission-event.ts";
import { type Door, doors } from "../gates/doors.ts";
import { waitingStatuses } from "../people/registrant-status.ts";
import { decideApproval } from "./decide-approval.ts";
import { readPosition, writePosition } from "./waiting-position.ts";
import { countWaiting, listWaiting, type WaitingPerson } from "./waiting-queries.ts";

const instant = Type.String({ format: "date-time" });
const EventParams = Type.Object({ clientId: Type.Integer(), eventId: Type.Integer() });
const PersonParams = Type.Object({ ...EventParams.properties, registrantId: Type.Integer() });
const Status = Type.Enum([...waitingStatuses]);

const Person = Type.Object({
  registrantId: Type.Integer(),
  status: Status,
  email: Type.String(),
  firstName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
  company: Type.Optional(Type.String()),
  jobTitle: Type.Optional(Type.String()),
  door: Type.Enum([...doors], { description: "The door that the person first came by" }),
  cameAt: instant,
  confirmedAt: Type.Optional(instant),
  decidedBy: Type.Optional(Type.String({ description: "Who denied the person, as in the record of changes" })),
  decidedAt: Type.Optional(instant),
});

const Waiting = Type.Object({
  counts: Type.Object(Object.fromEntries(waitingStatuses.map((status) => [status, Type.Integer()]))),
  people: Type.Array(Person),
  next: Type.Optional(Type.String({ description: "Cursor of the next page; none on the last" })),
});

const common = { tags: ["Admission"], security: [{ operatorKey: [] }] };

export interface WaitingRouteDeps {
  db: Kysely<Database>;
  events: LoadCache<number, AdmissionEvent>;
  now(): Date;
}

/** Who waits before the gates of an event, and who may come in. */
export function waitingRoutes(web: WebApp, { db, events, now }: WaitingRouteDeps): void {
  const path = "/clients/:clientId/events/:eventId/waiting";
  const requireEvent = async ({ clientId, eventId }: { clientId: number; eventId: number }) => {
    if ((await events.get(eventId))?.clientId !== clientId) fail("event.unknown", { eventId });
  };

  web.get(path, {
    schema: {
      ...common,
      operationId: "listWaiting",
      summary: "People who wait before the gates of an event, or were denied",
      description: "The waiting list comes in its own order, others in the order they came.",
      params: EventParams,
      querystring: Type.Object({
        status: Type.Enum([...waitingStatuses], { default: "pending" }),
        limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
        cursor: Type.Optional(Type.String({ maxLength: 100 })),
      }),
      response: { 200: Waiting, ...problems },
    },
    handler: async ({ params, query: { status, limit, cursor } }) => {
      await requireEvent(params);
      const { clientId, eventId } = params;
      const after =
        cursor === undefined ? undefined : (readPosition(cursor) ?? fail("parameter.invalid", { name: "cursor" }));
      const { people, next } = await listWaiting(db, clientId, eventId, { status, limit, after });
      const counts = await countWaiting(db, clientId, eventId);
      return { counts: { ...counts }, people: people.map(presentPerson), ...(next && { next: writePosition(next) }) };
    },
  });

  for (const decision of ["accept", "deny"] as const)
    web.post(`${path}/:registrantId/${decision}`, {
      schema: {
        ...common,
        operationId: `${decision}Registrant`,
        summary:
          decision === "accept"
            ? "Accept somebody who waits for approval, or was denied"
            : "Deny somebody who waits for approval",
        params: PersonParams,
        response: {
          200: Type.Object({
            registrantId: Type.Integer(),
            status: Type.String({
              description: "Where the person stands now: accepted people may still wait for a seat",
            }),
          }),
          ...problems,
        },
      },
      handler: async ({ params }) => {
        await requireEvent(params);
        const status = await decideApproval(db, params, decision, { actor: "operator", now: now() });
        return { registrantId: params.registrantId, status };
      },
    });
}

function presentPerson({ id, status, email, door, createdAt, ...rest }: WaitingPerson) {
  const { firstName, lastName, company, jobTitle, confirmedAt, decidedBy, decidedAt } = rest;
  return {
    registrantId: id,
    status,
    email,
    door: door as Door,
    cameAt: createdAt.toISOString(),
    ...(firstName !== null && { firstName }),
    ...(lastName !== null && { lastName }),
    ...(company !== null && { company }),
    ...(jobTitle !== null && { jobTitle }),
    ...(confirmedAt && { confirmedAt: confirmedAt.toISOString() }),
    ...(decidedBy !== null && { decidedBy }),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
  };
}
