import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../../db/types.ts";
import { fail } from "../../../../errors.ts";
import { problems, type WebApp } from "../../../../http/web/dialect.ts";
import { findClient } from "../../../base/accounts/queries.ts";
import { setRedirectHosts } from "./set-redirect-hosts.ts";

const RedirectHosts = Type.Object(
  {
    redirectHosts: Type.Array(Type.String({ minLength: 1, maxLength: 260 }), {
      maxItems: 1000,
      description: "example.com means itself only, *.example.com all below it; a port other than the usual is named",
    }),
  },
  { additionalProperties: false },
);

const common = {
  tags: ["Admission"],
  security: [{ operatorKey: [] }],
  params: Type.Object({ clientId: Type.Integer() }),
  response: { 200: RedirectHosts, ...problems },
};

/** Where people may be sent on to after a door, beside our own pages. */
export function redirectHostRoutes(web: WebApp, { db }: { db: Kysely<Database> }): void {
  web.get("/clients/:clientId/redirect-hosts", {
    schema: { ...common, operationId: "getRedirectHosts", summary: "Hosts that people may be sent on to" },
    handler: async ({ params: { clientId } }) => {
      const { redirectHosts } = (await findClient(db, clientId)) ?? fail("client.unknown", { clientId });
      return { redirectHosts };
    },
  });

  web.put("/clients/:clientId/redirect-hosts", {
    schema: {
      ...common,
      operationId: "setRedirectHosts",
      summary: "Set the hosts that people may be sent on to",
      body: RedirectHosts,
    },
    handler: async ({ params: { clientId }, body }) => ({
      redirectHosts: await setRedirectHosts(db, clientId, body.redirectHosts, { actor: "operator" }),
    }),
  });
}
