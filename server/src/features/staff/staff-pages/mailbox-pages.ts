import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import { findKeptMail, listMailbox, listMissedMails } from "../../mail/mailbox/mailbox-queries.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import { forStaff, type StaffDeps } from "./for-staff.ts";
import { keptMailPage, mailboxPage } from "./mailbox-page.ts";

export interface MailboxDeps extends StaffDeps {
  readonly db: Kysely<Database>;
  /** Whether mails go out through a server instead of coming here. */
  readonly isSendingMail: boolean;
}

const PAGE_SIZE = 50;

/** An event's mails that were kept instead of sent: people look rather than read. */
export function mailboxPages(pages: Pages, deps: MailboxDeps): void {
  const { db, now, isSendingMail } = deps;

  const findMail = async ({ clientId, id }: PageEvent, { query }: Visit) =>
    (await findKeptMail(db, clientId, id, readId(one(query, "m")) ?? 0)) ?? fail("visit.unknown");

  const showBox = forStaff(deps, "mailbox", async (opened, visit) => {
    const { event } = opened;
    const { query } = visit;
    if (query.m !== undefined) return visit.show(keptMailPage(opened, await findMail(event, visit), now()));
    const { clientId, id: eventId } = event;
    const recipient = one(query, "q")?.trim().slice(0, 100) || undefined;
    const beforeId = readId(one(query, "before"));
    const [page, missed] = await Promise.all([
      listMailbox(db, clientId, eventId, { recipient, beforeId, limit: PAGE_SIZE }),
      listMissedMails(db, clientId, eventId),
    ]);
    const isFirstPage = beforeId === undefined;
    const view = { opened, now: now(), isSending: isSendingMail, recipient, isFirstPage, page, missed };
    return visit.show(mailboxPage(view));
  });
  pages.get("/webcast/mailbox", showBox);

  const showMail = forStaff(deps, "mailbox", async ({ event }, visit) => {
    const mail = await findMail(event, visit);
    return visit.reply
      .headers({ "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": letterPolicy })
      .send(forLooking(mail.html));
  });
  pages.get("/webcast/mailbox/mail", showMail);
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
