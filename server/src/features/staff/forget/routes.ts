import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import { cutPage, next, pageQuery, readCursor } from "../../../http/web/paging.ts";
import { type Forgetting, findForgetting, listForgettings, listForgottenPeople } from "./queries.ts";

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
    query: Type.Object(pageQuery({ usual: 100, most: 1000 })),
    answer: Type.Object({ forgettings: Type.Array(Proof), next }),
    handle: async ({ client, query: { limit, cursor } }) => {
      const found = await listForgettings(db, client.id, { before: readCursor(cursor), limit: limit + 1 });
      const { page, ...next } = cutPage(found, limit, ({ id }) => id);
      return { forgettings: page.map(present), ...next };
    },
  });

  web.operation("getForgetting", {
    route: "GET /clients/{clientId}/forgettings/{forgettingId}",
    right: "people.read",
    group: "Admission",
    summary: "Who was forgotten, and what of them was overwritten",
    query: Type.Object(pageQuery({ usual: 1000, most: 1000 })),
    answer: Type.Intersect([Proof, Type.Object({ registrants: Type.Array(ForgottenPerson), next })]),
    handle: async ({ client, params: { forgettingId }, query: { limit, cursor } }) => {
      const forgetting = await findForgetting(db, client.id, forgettingId);
      if (!forgetting) fail("forgetting.unknown", { forgettingId });
      const after = readCursor(cursor) ?? 0;
      const found = await listForgottenPeople(db, client.id, forgettingId, { after, limit: limit + 1 });
      const { page, ...next } = cutPage(found, limit, ({ registrantId }) => registrantId);
      const registrants = page.map(({ registrantId, eventId, overwritten, forgottenAt }) => ({
        registrantId,
        eventId,
        overwritten: overwritten ?? [],
        ...(forgottenAt && { forgottenAt: forgottenAt.toISOString() }),
      }));
      return { ...present(forgetting), registrants, ...next };
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
