import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import type { EventPart } from "../../../feature.ts";
import type { Web } from "../../../http/web/operation.ts";
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

export function demoRoutes(web: Web, { db, eventParts, now }: DemoDeps): void {
  web.operation("createDemo", {
    route: "POST /demo",
    right: "installation.manage",
    group: "Operator",
    summary: "Create a demo client with webinars and a token",
    status: 201,
    answer: DemoAnswer,
    handle: async () => {
      const { token, ...demo } = await createDemo(db, eventParts, now());
      const { id, key, secret } = token;
      return { ...demo, token: { tokenId: id, clientId: demo.clientId, key, secret } };
    },
  });
}
