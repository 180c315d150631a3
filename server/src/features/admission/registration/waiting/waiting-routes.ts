import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../../db/types.ts";
import type { Web } from "../../../../http/web/operation.ts";
import { next, pageQuery, refuseCursor } from "../../../../http/web/paging.ts";
import { type Door, doors } from "../gates/doors.ts";
import { waitingStatuses } from "../people/registrant-status.ts";
import { decideApproval } from "./decide-approval.ts";
import { readPosition, writePosition } from "./waiting-position.ts";
import { countWaiting, listWaiting, type WaitingPerson } from "./waiting-queries.ts";

const instant = Type.String({ format: "date-time" });
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
  next,
});

const Decision = Type.Object({
  registrantId: Type.Integer(),
  status: Type.String({ description: "Where the person stands now: accepted people may still wait for a seat" }),
});

export interface WaitingRouteDeps {
  db: Kysely<Database>;
  now(): Date;
}

/** Who waits before the gates of an event, and who may come in. */
export function waitingRoutes(web: Web, { db, now }: WaitingRouteDeps): void {
  const path = "/clients/{clientId}/events/{eventId}/waiting";

  web.operation("listWaiting", {
    route: `GET ${path}`,
    right: "people.read",
    group: "Admission",
    summary: "People who wait before the gates of an event, or were denied",
    description: "The waiting list comes in its own order, others in the order they came.",
    query: Type.Object({
      status: Type.Enum([...waitingStatuses], { default: "pending" }),
      ...pageQuery({ usual: 100, most: 1000 }),
    }),
    answer: Waiting,
    handle: async ({ client, event, query: { status, limit, cursor } }) => {
      const after = cursor === undefined ? undefined : (readPosition(cursor) ?? refuseCursor());
      const { people, next } = await listWaiting(db, client.id, event.id, { status, limit, after });
      const counts = await countWaiting(db, client.id, event.id);
      return { counts: { ...counts }, people: people.map(presentPerson), ...(next && { next: writePosition(next) }) };
    },
  });

  for (const [decision, summary] of [
    ["accept", "Accept somebody who waits for approval, or was denied"],
    ["deny", "Deny somebody who waits for approval"],
  ] as const)
    web.operation(`${decision}Registrant`, {
      route: `POST ${path}/{registrantId}/${decision}`,
      right: "people.manage",
      group: "Admission",
      summary,
      answer: Decision,
      handle: async ({ actor, client, event, params: { registrantId } }) => {
        const key = { clientId: client.id, eventId: event.id, registrantId };
        return { registrantId, status: await decideApproval(db, key, decision, { actor, now: now() }) };
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
