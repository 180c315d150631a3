import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import { id } from "../../../http/web/schema-parts.ts";
import { type Forgetting, findForgetting, listForgettings, listForgottenPeople } from "./queries.ts";

const MOST_PEOPLE = 1_000;

const Proof = Type.Object({
  forgettingId: Type.Integer(),
  scope: Type.String({ description: "people (by their addresses, which are not kept), event or client" }),
  eventId: Type.Optional(Type.Integer()),
  actor: Type.String({ description: "Who asked, such as token:101" }),
  askedAt: Type.String({ format: "date-time" }),
  completedAt: Type.Optional(Type.String({ format: "date-time", description: "Missing while it is under way" })),
  people: Type.Integer(),
});

const ForgottenPerson = Type.Object({
  registrantId: Type.Integer(),
  eventId: Type.Integer(),
  overwritten: Type.Array(Type.String(), { description: "What the person had told, by the names of the columns" }),
  forgottenAt: Type.Optional(Type.String({ format: "date-time" })),
});

/** Proof that people were forgotten: what was overwritten, when, and who asked. */
export function forgetRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  web.operation("listForgettings", {
    route: "GET /clients/{clientId}/forgettings",
    right: "people.read",
    group: "Admission",
    summary: "Every time people were forgotten, newest first",
    answer: Type.Object({ forgettings: Type.Array(Proof) }),
    handle: async ({ client }) => ({ forgettings: (await listForgettings(db, client.id)).map(present) }),
  });

  web.operation("getForgetting", {
    route: "GET /clients/{clientId}/forgettings/{forgettingId}",
    right: "people.read",
    group: "Admission",
    summary: "Who was forgotten, and what of them was overwritten",
    query: Type.Object({ after: Type.Optional(id("The last registrantId of the page before")) }),
    answer: Type.Intersect([Proof, Type.Object({ registrants: Type.Array(ForgottenPerson) })]),
    handle: async ({ client, params: { forgettingId }, query: { after = 0 } }) => {
      const forgetting = await findForgetting(db, client.id, forgettingId);
      if (!forgetting) fail("forgetting.unknown", { forgettingId });
      const people = await listForgottenPeople(db, client.id, forgettingId, { after, most: MOST_PEOPLE });
      const registrants = people.map(({ registrantId, eventId, overwritten, forgottenAt }) => ({
        registrantId,
        eventId,
        overwritten: overwritten ?? [],
        ...(forgottenAt && { forgottenAt: forgottenAt.toISOString() }),
      }));
      return { ...present(forgetting), registrants };
    },
  });
}

function present({ id, scope, eventId, actor, askedAt, completedAt, people }: Forgetting) {
  return {
    forgettingId: id,
    scope,
    ...(eventId !== null && { eventId }),
    actor,
    askedAt: askedAt.toISOString(),
    ...(completedAt && { completedAt: completedAt.toISOString() }),
    people,
  };
}
