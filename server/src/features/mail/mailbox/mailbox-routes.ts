import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { allMailKinds } from "../../base/outbox/mail-kinds.ts";
import { resendMails } from "../send/resend-mails.ts";
import { findKeptMail, type KeptMail, listMailbox, listMissedMails } from "./mailbox-queries.ts";

const id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const EventParams = Type.Object({ clientId: id, eventId: id });

const common = { tags: ["E-mails"], security: [{ operatorKey: [] }] };

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

export interface MailboxRouteDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
}

/** What became of an event's mails: those kept because no mail server is set, and those that reached nobody. */
export function mailboxRoutes(web: WebApp, { db, events }: MailboxRouteDeps): void {
  const path = "/clients/:clientId/events/:eventId";
  const requireEvent = async ({ clientId, eventId }: { clientId: number; eventId: number }) => {
    if ((await events.get(eventId))?.clientId !== clientId) fail("event.unknown", { eventId });
  };

  web.get(`${path}/mailbox`, {
    schema: {
      ...common,
      operationId: "listMailbox",
      summary: "E-mails of an event that were kept instead of sent, newest first",
      description: "Without SMTP_URL every e-mail is kept here.",
      params: EventParams,
      querystring: Type.Object({
        recipient: Type.Optional(Type.String({ maxLength: 254, description: "Part of the receiver's address" })),
        limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
        cursor: Type.Optional(Type.String({ maxLength: 100 })),
      }),
      response: {
        200: Type.Object({
          mails: Type.Array(Kept),
          next: Type.Optional(Type.String({ description: "Cursor of the next page; none on the last" })),
        }),
        ...problems,
      },
    },
    handler: async ({ params, query: { recipient, limit, cursor } }) => {
      await requireEvent(params);
      const beforeId = cursor === undefined ? undefined : readCursor(cursor);
      const page = await listMailbox(db, params.clientId, params.eventId, { recipient, beforeId, limit });
      const next = page.nextBeforeId === undefined ? {} : { next: page.nextBeforeId.toString(36) };
      return { mails: page.mails.map(presentKept), ...next };
    },
  });

  web.get(`${path}/mailbox/:mailId`, {
    schema: {
      ...common,
      operationId: "getKeptMail",
      summary: "An e-mail that was kept instead of sent, whole",
      params: Type.Object({ ...EventParams.properties, mailId: id }),
      response: { 200: Whole, ...problems },
    },
    handler: async ({ params: { clientId, eventId, mailId } }) => {
      await requireEvent({ clientId, eventId });
      const mail = (await findKeptMail(db, clientId, eventId, mailId)) ?? fail("mail.unknown", { mailId });
      const { html, text, calendar } = mail;
      const kept = presentKept({ ...mail, kind: mail.kind as KeptMail["kind"], hasInvite: calendar !== null });
      return { ...kept, html, text, ...(calendar !== null && { calendar }) };
    },
  });

  web.get(`${path}/mails/missed`, {
    schema: {
      ...common,
      operationId: "listMissedMails",
      summary: "E-mails of an event that reached nobody, counted by reason",
      params: EventParams,
      response: { 200: Type.Object({ missed: Type.Array(Missed) }), ...problems },
    },
    handler: async ({ params }) => {
      await requireEvent(params);
      const missed = await listMissedMails(db, params.clientId, params.eventId);
      return { missed: missed.map(({ reason, ...one }) => ({ ...one, ...(reason !== null && { reason }) })) };
    },
  });

  web.post(`${path}/mails/resend-unacknowledged`, {
    schema: {
      ...common,
      operationId: "resendUnacknowledged",
      summary: "Send again the e-mails of an event that no receipt came for",
      description: "Most of them did arrive; they have the same Message-ID.",
      params: EventParams,
      response: { 200: Type.Object({ mails: Type.Integer({ description: "How many are sent again" }) }), ...problems },
    },
    handler: async ({ params }) => {
      await requireEvent(params);
      return { mails: await resendMails(db, params.clientId, params.eventId, { actor: "operator" }) };
    },
  });
}

function readCursor(cursor: string): number {
  const beforeId = /^[\da-z]{1,10}$/.test(cursor) ? Number.parseInt(cursor, 36) : 0;
  return beforeId > 0 ? beforeId : fail("parameter.invalid", { name: "cursor" });
}

function presentKept({ id: mailId, createdAt, ...mail }: KeptMail) {
  const { registrantId, kind, sender, recipient, subject, hasInvite } = mail;
  return { mailId, registrantId, kind, sender, recipient, subject, hasInvite, keptAt: createdAt.toISOString() };
}
