import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import { setMailSender } from "./set-mail-sender.ts";

const Sender = Type.Object(
  {
    address: Type.Union([Type.String({ minLength: 1, maxLength: 254 }), Type.Null()], {
      description: "Null = the installation's MAIL_FROM",
    }),
  },
  { additionalProperties: false },
);

/** Whom mails come from. */
export function mailSenderRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  web.operation("setMailSender", {
    route: "PUT /clients/{clientId}/mail-sender",
    right: "settings.manage",
    group: "E-mails",
    summary: "Set the address that a client's e-mails are sent from",
    description: "Its domain must let our mail server send (SPF, DKIM); see docs/operate/mail.md.",
    body: Sender,
    answer: Sender,
    handle: async ({ actor, client, body }) => {
      await setMailSender(db, client.id, body.address, { actor });
      return body;
    },
  });
}
