import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../../db/types.ts";
import { fail } from "../../../../errors.ts";
import type { Web } from "../../../../http/web/operation.ts";
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

/** Where people may be sent on to after a door, beside our own pages. */
export function redirectHostRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  web.operation("getRedirectHosts", {
    route: "GET /clients/{clientId}/redirect-hosts",
    right: "settings.manage",
    group: "Admission",
    summary: "Hosts that people may be sent on to",
    answer: RedirectHosts,
    handle: async ({ client }) => {
      const { redirectHosts } = (await findClient(db, client.id)) ?? fail("client.unknown", { clientId: client.id });
      return { redirectHosts };
    },
  });

  web.operation("setRedirectHosts", {
    route: "PUT /clients/{clientId}/redirect-hosts",
    right: "settings.manage",
    group: "Admission",
    summary: "Set the hosts that people may be sent on to",
    body: RedirectHosts,
    answer: RedirectHosts,
    handle: async ({ actor, client, body }) => ({
      redirectHosts: await setRedirectHosts(db, client.id, body.redirectHosts, { actor }),
    }),
  });
}
