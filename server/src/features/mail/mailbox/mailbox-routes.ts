import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import { next, pageQuery, readCursor, writeCursor } from "../../../http/web/paging.ts";
import { allMailKinds } from "../../base/outbox/mail-kinds.ts";
import { resendMails } from "../send/resend-mails.ts";
import { findKeptMail, type KeptMail, listMailbox, listMissedMails } from "./mailbox-queries.ts";

const Kept = Type.Object({
  mailId: Type.Integer(),
  registrantId: Type.Integer(),
  kind: Type.Enum([...allMailKinds]),
  sender: Type.String(),
  recipient: Type.String(),
  subject: Type.String(),
  hasInvite: Type.Boolean({ description: "Whether it brings an entry for the calendar" }),
  keptAt: Type.String({ format: "date-time" }),
});

const Whole = Type.Object({
  ...Kept.properties,
  html: Type.String(),
  text: Type.String(),
  calendar: Type.Optional(Type.String({ description: "RFC 5545" })),
});

const Missed = Type.Object({
  kind: Type.Enum([...allMailKinds]),
  state: Type.Enum(["suppressed", "failed", "bounced", "unacknowledged"], {
    description:
      "suppressed: not wanted any more when its turn came; failed: our server would not take it; bounced: the receiver's would not; unacknowledged: handed over, but no receipt came",
  }),
  reason: Type.Optional(Type.String({ description: "In the servers' words, without addresses" })),
  mails: Type.Integer(),
});

/** What became of an event's mails: those kept because no mail server is set, and those that reached nobody. */
export function mailboxRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  const path = "/clients/{clientId}/events/{eventId}";

  web.operation("listMailbox", {
    route: `GET ${path}/mailbox`,
    right: "people.read",
    group: "E-mails",
    summary: "E-mails of an event that were kept instead of sent, newest first",
    description: "Without SMTP_URL every e-mail is kept here.",
    query: Type.Object({
      recipient: Type.Optional(Type.String({ maxLength: 254, description: "Part of the receiver's address" })),
      ...pageQuery({ usual: 100, most: 1000 }),
    }),
    answer: Type.Object({ mails: Type.Array(Kept), next }),
    handle: async ({ client, event, query: { recipient, limit, cursor } }) => {
      const beforeId = readCursor(cursor);
      const page = await listMailbox(db, client.id, event.id, { recipient, beforeId, limit });
      const next = page.nextBeforeId === undefined ? {} : { next: writeCursor(page.nextBeforeId) };
      return { mails: page.mails.map(presentKept), ...next };
    },
  });

  web.operation("getKeptMail", {
    route: `GET ${path}/mailbox/{mailId}`,
    right: "people.read",
    group: "E-mails",
    summary: "An e-mail that was kept instead of sent, whole",
    answer: Whole,
    handle: async ({ client, event, params: { mailId } }) => {
      const mail = (await findKeptMail(db, client.id, event.id, mailId)) ?? fail("mail.unknown", { mailId });
      const { html, text, calendar } = mail;
      const kept = presentKept({ ...mail, kind: mail.kind as KeptMail["kind"], hasInvite: calendar !== null });
      return { ...kept, html, text, ...(calendar !== null && { calendar }) };
    },
  });

  web.operation("listMissedMails", {
    route: `GET ${path}/mails/missed`,
    right: "people.read",
    group: "E-mails",
    summary: "E-mails of an event that reached nobody, counted by reason",
    answer: Type.Object({ missed: Type.Array(Missed) }),
    handle: async ({ client, event }) => {
      const missed = await listMissedMails(db, client.id, event.id);
      return { missed: missed.map(({ reason, ...one }) => ({ ...one, ...(reason !== null && { reason }) })) };
    },
  });

  web.operation("resendUnacknowledged", {
    route: `POST ${path}/mails/resend-unacknowledged`,
    right: "people.manage",
    group: "E-mails",
    summary: "Send again the e-mails of an event that no receipt came for",
    description: "Most of them did arrive; they have the same Message-ID.",
    answer: Type.Object({ mails: Type.Integer({ description: "How many are sent again" }) }),
    handle: async ({ actor, client, event }) => ({ mails: await resendMails(db, client.id, event.id, { actor }) }),
  });
}

function presentKept({ id: mailId, createdAt, ...mail }: KeptMail) {
  const { registrantId, kind, sender, recipient, subject, hasInvite } = mail;
  return { mailId, registrantId, kind, sender, recipient, subject, hasInvite, keptAt: createdAt.toISOString() };
}
