import { type ParsedMail, simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { sendDueMails } from "../src/features/mail/send/mailer.ts";
import type { TestToken } from "./builders.ts";
import { startTestApp, type TestApp } from "./harness.ts";
import { readCalendar } from "./mail-fixture.ts";
import { type SmtpSink, startSmtpSink } from "./smtp-sink.ts";

// What a person finds in the mailbox from registering to the end: through a real SMTP server, read as mail programs do.

let app: TestApp;
let sink: SmtpSink;
let token: TestToken;

beforeAll(async () => {
  app = await startTestApp();
  sink = await startSmtpSink();
  const client = await app.build.client({ name: "Northlight" });
  token = await app.build.token(client.id);
});
afterAll(async () => {
  await sink.close();
  await app.close();
});

/** Everything that is owed goes out; answers what the server got meanwhile. */
async function deliver(): Promise<ParsedMail[]> {
  const before = sink.mails.length;
  await app.runJobs();
  const { smtp, smtpConnections } = readConfig({ SMTP_URL: sink.url });
  await sendDueMails({ ...app.jobContext, config: { ...app.jobContext.config, smtp, smtpConnections } });
  return Promise.all(sink.mails.slice(before).map(({ raw }) => simpleParser(raw)));
}

function inviteIn(mail: ParsedMail | undefined) {
  const part = mail?.attachments.find(({ contentType }) => contentType === "text/calendar");
  const { method, event } = readCalendar(part?.content.toString() ?? "");
  return {
    method,
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    start: event.startDate.toJSDate().toISOString(),
    attendee: event.attendees[0]?.getFirstValue(),
  };
}

const call = (method: string, path: string, form?: Record<string, string>) =>
  app.call(token, `${method} /client/${token.clientId}/event${path}`, { ...(form && { form }) });

test("the confirmation brings an invite and a way in; a move updates it, and a deletion cancels it", async () => {
  const startsAt = new Date("2027-03-10T17:00:00Z");
  const event = await app.build.event(token.clientId, { title: "Quiet machines", startsAt, timeZone: "Europe/Berlin" });
  const ada = { email: "ada@acme.com", firstname: "Ada", lastname: "Okafor", company: "Acme" };
  expect((await call("POST", `/${event.id}/registrant`, ada)).statusCode).toBe(200);
  expect((await call("POST", `/${event.id}/registrant`, ada)).statusCode).toBe(200);

  const [confirmation, ...more] = await deliver();
  expect(more).toEqual([]);
  expect(confirmation).toMatchObject({
    subject: "Confirmation - Quiet machines",
    to: { text: expect.stringContaining(ada.email) },
  });
  const invite = inviteIn(confirmation);
  expect(invite).toMatchObject({
    method: "REQUEST",
    sequence: 0,
    start: startsAt.toISOString(),
    attendee: expect.stringContaining(ada.email),
  });
  expect(confirmation?.headers.get("list")).toMatchObject({
    unsubscribe: { url: expect.stringContaining("/unsubscribe") },
  });

  const join = /https?:\/\/\S+\/join/.exec(confirmation?.text ?? "")?.[0] ?? "";
  const entered = await app.app.server.inject({ url: new URL(join).pathname });
  expect(entered.headers.location).toContain(`/wcc/lobby/${event.id}/`);
  const cookie = String(entered.headers["set-cookie"]).split(";")[0];
  const lobby = await app.app.server.inject({ url: String(entered.headers.location), headers: { cookie } });
  expect([lobby.statusCode, lobby.body.includes("You are registered")]).toEqual([200, true]);

  await call("PUT", `/${event.id}`, { liveStart: "2027-03-11T10:30:00+01:00", liveDuration: "45" });
  const [moved, ...others] = await deliver();
  expect(others).toEqual([]);
  expect(inviteIn(moved)).toMatchObject({
    method: "REQUEST",
    uid: invite.uid,
    sequence: 1,
    start: "2027-03-11T09:30:00.000Z",
  });
  expect(await deliver()).toEqual([]);

  expect((await call("DELETE", `/${event.id}`)).statusCode).toBe(200);
  const [cancelled] = await deliver();
  expect(inviteIn(cancelled)).toMatchObject({ method: "CANCEL", uid: invite.uid, sequence: 2 });
});
