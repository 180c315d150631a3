import type { FastifyInstance } from "fastify";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { sendPage } from "../../../http/pages/layout.ts";
import { problems } from "../../../http/pages/problem-page.ts";
import { findKeptMail, listMailbox, listMissedMails } from "../../mail/mailbox/mailbox-queries.ts";
import { asText, forStaff, sendProblem } from "./for-staff.ts";
import { keptMailPage, mailboxPage } from "./mailbox-page.ts";

export interface MailboxDeps {
  readonly db: Kysely<Database>;
  /** Whether mails go out through a server instead of coming here. */
  readonly isSendingMail: boolean;
  now(): Date;
}

const hidden = { schema: { hide: true } };
const PAGE_SIZE = 50;

/** An event's mails that were kept instead of sent: people look rather than read. */
export function mailboxPageRoutes(app: FastifyInstance, deps: MailboxDeps): void {
  const { db, now, isSendingMail } = deps;

  const showPage = forStaff(deps, async (event, reply, request) => {
    const { m, q, before } = request.query as Record<string, unknown>;
    const { clientId, id: eventId } = event;
    if (m !== undefined) {
      const mail = await findKeptMail(db, clientId, eventId, readId(m) ?? 0);
      if (!mail) return sendProblem(reply, problems.unknown);
      return sendPage(reply, keptMailPage(event, mail, now()), { isSecret: true });
    }
    // PostgreSQL has no zero characters.
    const recipient = asText(q)?.replaceAll("\0", "").trim().slice(0, 100) || undefined;
    const beforeId = readId(before);
    const [page, missed] = await Promise.all([
      listMailbox(db, clientId, eventId, { recipient, beforeId, limit: PAGE_SIZE }),
      listMissedMails(db, clientId, eventId),
    ]);
    const isFirstPage = beforeId === undefined;
    const text = mailboxPage({ event, now: now(), isSending: isSendingMail, recipient, isFirstPage, page, missed });
    return sendPage(reply, text, { isSecret: true });
  });
  app.get("/webcast/mailbox", hidden, showPage);

  const showMail = forStaff(deps, async (event, reply, request) => {
    const { m } = request.query as Record<string, unknown>;
    const mail = await findKeptMail(db, event.clientId, event.id, readId(m) ?? 0);
    if (!mail) return sendProblem(reply, problems.unknown);
    return reply
      .headers({
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": letterPolicy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
        "X-Robots-Tag": "noindex, nofollow",
      })
      .send(forLooking(mail.html));
  });
  app.get("/webcast/mailbox/mail", hidden, showMail);
}

/** What a mail program would show: pictures and inline styles, no scripts and no forms. It is nobody's origin. */
const letterPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' https: http: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

/** Links open beside the page; the picture that counts opened mails is left out: staff are not the receiver. */
function forLooking(mail: string): string {
  return mail
    .replace("<head>", '<head><base target="_blank">')
    .replace(/<img src="([^"<>]*)"[^<>]*>/g, (image, address: string) => (isCounting(address) ? "" : image));
}

const isCounting = (address: string) => address.includes("/wcc/m/") && address.endsWith("/o.gif");

/** Fifteen digits are exact as a number. */
function readId(value: unknown): number | undefined {
  const text = asText(value) ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
