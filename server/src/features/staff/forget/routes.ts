import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
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

const common = { tags: ["Admission"], security: [{ operatorKey: [] }] };
const ClientParams = Type.Object({ clientId: Type.Integer() });
const ForgettingParams = Type.Object({ clientId: Type.Integer(), forgettingId: Type.Integer() });

/** Proof that people were forgotten: what was overwritten, when, and who asked. */
export function forgetRoutes(web: WebApp, { db }: { db: Kysely<Database> }): void {
  web.get("/clients/:clientId/forgettings", {
    schema: {
      ...common,
      params: ClientParams,
      operationId: "listForgettings",
      summary: "Every time people were forgotten, newest first",
      response: { 200: Type.Object({ forgettings: Type.Array(Proof) }), ...problems },
    },
    handler: async ({ params }) => ({ forgettings: (await listForgettings(db, params.clientId)).map(present) }),
  });

  web.get("/clients/:clientId/forgettings/:forgettingId", {
    schema: {
      ...common,
      params: ForgettingParams,
      querystring: Type.Object({
        after: Type.Optional(Type.Integer({ description: "The last registrantId of the page before" })),
      }),
      operationId: "getForgetting",
      summary: "Who was forgotten, and what of them was overwritten",
      response: {
        200: Type.Intersect([Proof, Type.Object({ registrants: Type.Array(ForgottenPerson) })]),
        ...problems,
      },
    },
    handler: async ({ params: { clientId, forgettingId }, query: { after = 0 } }) => {
      const forgetting = await findForgetting(db, clientId, forgettingId);
      if (!forgetting) fail("forgetting.unknown", { forgettingId });
      const people = await listForgottenPeople(db, clientId, forgettingId, { after, most: MOST_PEOPLE });
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
