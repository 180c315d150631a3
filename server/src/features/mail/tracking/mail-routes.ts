import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { setMailSender } from "../send/set-mail-sender.ts";
import { takeBounce } from "./take-bounce.ts";

const tags = ["E-mails"];
const security = [{ operatorKey: [] }];

const Sender = Type.Object(
  {
    address: Type.Union([Type.String({ minLength: 1, maxLength: 254 }), Type.Null()], {
      description: "Null = the installation's MAIL_FROM",
    }),
  },
  { additionalProperties: false },
);

const Outcome = Type.Union(
  [Type.Literal("bounced"), Type.Literal("not-final"), Type.Literal("no-report"), Type.Literal("unknown-mail")],
  { description: "not-final: it may still arrive; no-report: another mail than a delivery report" },
);

/** Whole mails come back in some reports. */
const MAX_REPORT_BYTES = 10 * 1024 * 1024;

/** The operator's API for whom mails come from, and for those that come back. */
export function mailContentRoutes(web: WebApp, deps: { db: Kysely<Database>; sealer: Sealer }): void {
  web.put("/clients/:clientId/mail-sender", {
    schema: {
      tags,
      security,
      operationId: "setMailSender",
      summary: "Set the address that a client's e-mails are sent from",
      description: "Its domain must let our mail server send (SPF, DKIM); see docs/operate/mail.md.",
      params: Type.Object({ clientId: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }),
      body: Sender,
      response: { 200: Sender, ...problems },
    },
    handler: async ({ params, body }) => {
      await setMailSender(deps.db, params.clientId, body.address, { actor: "operator" });
      return body;
    },
  });

  // A scope of its own: nothing else here takes raw mail.
  web.register(async (scope) => {
    const raw = scope as unknown as WebApp;
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser(
      "message/rfc822",
      { parseAs: "buffer", bodyLimit: MAX_REPORT_BYTES },
      (_request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) => done(null, body),
    );
    raw.post("/bounces", {
      schema: {
        tags,
        security,
        operationId: "takeBounce",
        summary: "Take a delivery report",
        description: "The mail as it came, RFC 3464. Reports may be told twice; what is no report is ignored.",
        consumes: ["message/rfc822"],
        querystring: Type.Object({
          recipient: Type.Optional(Type.String({ description: "The address that the report came to, if known" })),
        }),
        response: { 200: Type.Object({ outcome: Outcome }), ...problems },
      },
      handler: async ({ query, body }) => ({ outcome: await takeBounce(deps, body as Buffer, query.recipient) }),
    });
  });
}
