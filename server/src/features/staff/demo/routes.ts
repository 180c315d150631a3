import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import type { EventPart } from "../../../feature.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import { IssuedToken } from "../../base/accounts/schema.ts";
import { createDemo } from "./create-demo.ts";

const DemoAnswer = Type.Object({
  clientId: Type.Integer(),
  subClientId: Type.Integer(),
  upcomingEventId: Type.Integer(),
  audienceAddress: Type.String({ description: "Registration page of the upcoming webinar, below the public address" }),
  endedEventId: Type.Integer(),
  token: IssuedToken,
});

export interface DemoDeps {
  db: Kysely<Database>;
  eventParts: readonly EventPart[];
  now(): Date;
}

export function demoRoutes(web: WebApp, { db, eventParts, now }: DemoDeps): void {
  web.post("/demo", {
    schema: {
      tags: ["Operator"],
      security: [{ operatorKey: [] }],
      operationId: "createDemo",
      summary: "Create a demo client with webinars and a token",
      response: { 201: DemoAnswer, ...problems },
    },
    handler: async (_request, reply) => {
      const { token, ...demo } = await createDemo(db, eventParts, now());
      const { id, key, secret } = token;
      return reply.status(201).send({ ...demo, token: { tokenId: id, clientId: demo.clientId, key, secret } });
    },
  });
}
