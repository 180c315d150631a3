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
import { createDemo } from "./create-demo.ts";

const DemoAnswer = Type.Object({
  clientId: Type.Integer(),
  subClientId: Type.Integer(),
  upcomingEventId: Type.Integer(),
  audienceAddress: Type.String({ description: "Registration page of the upcoming webinar, below the public address" }),
  endedEventId: Type.Integer(),
  passwordUrl: Type.String({ description: "Sets the password of the demo's user, once and within seven days" }),
  token: IssuedToken,
});

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
    answer: DemoAnswer,
    handle: async () => {
      const { token, userId, ...demo } = await createDemo(db, eventParts, now());
      const { clientId } = demo;
      const user = (await findActiveUser(db, clientId, userId)) ?? fail("client.unknown", { clientId });
      const { url } = makePasswordLink(deps, user, new Date(now().getTime() + linkLife.invitation));
      const { id, key, secret } = token;
      return { ...demo, passwordUrl: url, token: { tokenId: id, clientId, key, secret } };
    },
  });
}
