import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { EventPart } from "../../../feature.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { IssuedToken } from "../../base/accounts/schema.ts";
import { linkLife, makePasswordLink } from "../sign-in/password-link.ts";
import { findActiveUser } from "../sign-in/queries.ts";
import { addDemoWebinar, createDemo } from "./create-demo.ts";

const DemoAnswer = Type.Object({
  clientId: Type.Integer(),
  subClientId: Type.Integer(),
  upcomingEventId: Type.Integer(),
  audienceAddress: Type.String({ description: "Registration page of the upcoming webinar, below the public address" }),
  endedEventId: Type.Integer(),
  passwordUrl: Type.String({ description: "Sets the password of the demo's user, once and within seven days" }),
  token: IssuedToken,
});

const DemoWebinar = Type.Object({ eventId: Type.Integer() });

export interface DemoDeps {
  db: Kysely<Database>;
  eventParts: readonly EventPart[];
  sealer: Sealer;
  publicUrl: string;
  now(): Date;
}

export function demoRoutes(web: Web, { db, eventParts, now, ...deps }: DemoDeps): void {
  web.operation("createDemo", {
    route: "POST /demo",
    right: "installation.manage",
    group: "Operator",
    summary: "Create a demo client with webinars and a token",
    status: 201,
    query: Type.Object({
      audience: Type.Optional(Type.Boolean({ description: "Whether the ended webinar had people in it" })),
    }),
    answer: DemoAnswer,
    handle: async ({ query: { audience = false } }) => {
      const { token, userId, ...demo } = await createDemo(db, eventParts, now(), { hasAudience: audience });
      const { clientId } = demo;
      const user = (await findActiveUser(db, clientId, userId)) ?? fail("client.unknown", { clientId });
      const { url } = makePasswordLink(deps, user, new Date(now().getTime() + linkLife.invitation));
      const { id, key, secret } = token;
      return { ...demo, passwordUrl: url, token: { tokenId: id, clientId, key, secret } };
    },
  });

  web.operation("addDemoWebinar", {
    route: "POST /clients/{clientId}/demo-webinar",
    right: "installation.manage",
    group: "Operator",
    summary: "Add an ended webinar with an audience to an account",
    description:
      "Marked as a test. Refused where people are registered already, with the account or with one above or below: the figures of those stay their own people's.",
    status: 201,
    answer: DemoWebinar,
    handle: async ({ client }) => ({ eventId: await addDemoWebinar(db, eventParts, now(), client.id) }),
  });
}
