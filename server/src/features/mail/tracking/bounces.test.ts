import { beforeEach, expect, test } from "vitest";
import { OPERATOR_KEY, type TestApp, withApp } from "../../../../test/harness.ts";
import { addMail, addPerson, composed, mailTotals, type Person } from "../../../../test/mail-fixture.ts";
import type { ComposedMail } from "../compose/composed-mail.ts";

const app = await withApp({ mailFrom: "webinars@example.com", bounceTo: "bounce@example.com" } as never);
let event: Awaited<ReturnType<TestApp["build"]["event"]>>;
let gina: Person;
let mail: ComposedMail;
beforeEach(async () => {
  event = await app.build.event((await app.build.client()).id);
  gina = await addPerson(app, event, { email: "gina@acme.com" });
  await addMail(app, gina, "confirmation");
  mail = await composed(app, gina, "confirmation");
});

interface Report {
  to?: string;
  action?: string;
  status?: string;
  returned?: string;
  returnedType?: string;
}

/** As Postfix writes it. */
function report({
  to = "webinars@example.com",
  action = "failed",
  status = "5.1.1",
  returned = "",
  returnedType = "message/rfc822",
}: Report): string {
  return [
    "Return-Path: <>",
    "Date: Tue, 24 Nov 2026 02:00:00 +0000",
    "From: MAILER-DAEMON@mx.acme.com (Mail Delivery System)",
    "Subject: Undelivered Mail Returned to Sender",
    `To: ${to}`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="4F3A.17/mx.acme.com"',
    "",
    "--4F3A.17/mx.acme.com",
    "Content-Description: Notification",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "",
    "--4F3A.17/mx.acme.com",
    "Content-Description: Delivery report",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.acme.com",
    "",
    "Final-Recipient: rfc822; gina@acme.com",
    `Action: ${action}`,
    `Status: ${status}`,
    "Diagnostic-Code: smtp; 550 5.1.1 <gina@acme.com>: Recipient address rejected: User",
    "    unknown in local recipient table",
    "",
    "--4F3A.17/mx.acme.com",
    `Content-Type: ${returnedType}`,
    "",
    returned,
    "",
    "--4F3A.17/mx.acme.com--",
    "",
  ].join("\r\n");
}

async function tell(raw: string, query = "", type = "message/rfc822") {
  const answer = await app.app.server.inject({
    method: "POST",
    url: `/api/bounces${query}`,
    headers: { authorization: `Bearer ${OPERATOR_KEY}`, "content-type": type },
    payload: raw,
  });
  return answer;
}

async function outcome(raw: string, query = ""): Promise<string> {
  const answer = await tell(raw, query);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().outcome;
}

async function row() {
  const { rows } = await app.database.pool.query("select state, reason from mails where registrant_id = $1", [
    gina.registrantId,
  ]);
  return rows[0];
}

test("a mail that came back to its own address has bounced, and counts once however often it is told", async () => {
  expect(mail.envelopeFrom).toMatch(/^bounce\+[\da-z_-]+@example\.com$/);
  for (let times = 0; times < 2; times++) expect(await outcome(report({ to: mail.envelopeFrom }))).toBe("bounced");
  expect(await row()).toEqual({
    state: "bounced",
    reason: "5.1.1 550 5.1.1 (address): Recipient address rejected: User unknown in local recipient table",
  });
  expect(await mailTotals(app, event.id)).toEqual({ confirmation: { sent: 1, bounced: 1, opened: 0, clicked: 0 } });
});

test.each([
  ["message/rfc822", (id: string) => `Message-ID: ${id}\r\nSubject: Hi\r\n\r\nBody`],
  ["text/rfc822-headers", (id: string) => `Subject: Hi\r\nMessage-ID:\r\n ${id}\r\n`],
])("one that returns the mail as %s is known by its Message-ID", async (returnedType, returned) => {
  expect(await outcome(report({ returned: returned(mail.messageId), returnedType }))).toBe("bounced");
  expect((await row()).state).toBe("bounced");
});

test("the address may be told by whoever passes the report on, in capitals too", async () => {
  const recipient = encodeURIComponent(mail.envelopeFrom.toUpperCase());
  expect(await outcome(report({}), `?recipient=${recipient}`)).toBe("bounced");
});

test("a delay is no bounce, nor is other mail", async () => {
  expect(await outcome(report({ to: mail.envelopeFrom, action: "delayed", status: "4.4.1" }))).toBe("not-final");
  const answer = `From: gina@acme.com\r\nTo: ${mail.envelopeFrom}\r\nSubject: Out of office\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`;
  for (const other of [answer, "", "\0\xff nonsense", "Content-Type: multipart/report; boundary=x\r\n\r\n--x"])
    expect(await outcome(other)).toBe("no-report");
  expect((await row()).state).toBe("sent");
});

test("nobody's report names a mail that we did not sign, or that is not there", async () => {
  const forged = mail.envelopeFrom.replace(/\+[\da-z]+-/, "+zz-");
  expect(await outcome(report({ to: forged, returned: "Message-ID: <x@example.com>\r\n\r\n" }))).toBe("unknown-mail");
  expect(await outcome(report({ to: (await composed(app, gina, "reminder-1")).envelopeFrom }))).toBe("unknown-mail");
  expect((await row()).state).toBe("sent");
});

test("a report that overtakes the receipt counts the mail as sent too", async () => {
  const ada = await addPerson(app, event);
  await addMail(app, ada, "confirmation", "handed-over");
  expect(await outcome(report({ to: (await composed(app, ada, "confirmation")).envelopeFrom }))).toBe("bounced");
  expect(await mailTotals(app, event.id)).toEqual({ confirmation: { sent: 2, bounced: 1, opened: 0, clicked: 0 } });
});

test("a mail that never went out does not bounce", async () => {
  const ada = await addPerson(app, event);
  await addMail(app, ada, "confirmation", "due");
  await outcome(report({ to: (await composed(app, ada, "confirmation")).envelopeFrom }));
  const { rows } = await app.database.pool.query("select state from mails where registrant_id = $1", [
    ada.registrantId,
  ]);
  expect(rows).toEqual([{ state: "due" }]);
});

test("only the operator tells, and only mail", async () => {
  const keyless = { method: "POST", url: "/api/bounces", headers: { "content-type": "message/rfc822" } } as const;
  expect((await app.app.server.inject({ ...keyless, payload: report({ to: mail.envelopeFrom }) })).statusCode).toBe(
    401,
  );
  expect((await tell("{}", "", "application/json")).statusCode).toBe(415);
  expect((await row()).state).toBe("sent");
});
