import { type ParsedMail, simpleParser } from "mailparser";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { sendDueMails } from "../src/features/mail/send/mailer.ts";
import { eventAddresses } from "../src/features/webinars/events/addresses.ts";
import { putGate } from "./admission-fixture.ts";
import { type TestApp, withApp } from "./harness.ts";
import { readCalendar } from "./mail-fixture.ts";
import { createVisitor } from "./page-fixture.ts";
import { startSmtpSink } from "./smtp-sink.ts";

// What a person finds in the mailbox from registering to the end: through a real SMTP server, read as mail programs do.

const app = await withApp();
const sink = await startSmtpSink();
const client = await app.build.client({ name: "Northlight" });
const token = await app.build.token(client.id);

afterAll(() => sink.close());

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

test("who registers for an event that is deleted before the confirmation goes out hears that, once", async () => {
  const event = await app.build.event(token.clientId, { title: "Short", startsAt: new Date("2027-03-10T17:00:00Z") });
  await call("POST", `/${event.id}/registrant`, { email: "a@acme.com", firstname: "A", lastname: "B", company: "C" });
  await call("DELETE", `/${event.id}`);
  expect((await deliver()).map(({ subject }) => subject)).toEqual(["Cancelled - Short"]);
  expect(await deliver()).toEqual([]);
});

describe("who cancels or is taken out", () => {
  const startsAt = new Date("2027-03-10T17:00:00Z");
  const ada = { email: "ada@acme.com", firstname: "Ada", lastname: "Okafor", company: "Acme" };
  let event: Awaited<ReturnType<TestApp["build"]["event"]>>;
  beforeEach(async () => {
    event = await app.build.event(token.clientId, { title: "Loud machines", startsAt });
  });

  const register = (more: Record<string, string> = {}) => call("POST", `/${event.id}/registrant`, { ...ada, ...more });
  const visitor = () => createVisitor(app);
  const linkIn = (mail: ParsedMail | undefined, name: string) =>
    new URL(new RegExp(`https?://\\S+/${name}`).exec(mail?.text ?? "")?.[0] ?? "").pathname;
  const registerByPage = () => visitor().post(eventAddresses(event, "").audience, { ...ada, country: "France" });
  const onlyMail = async () => {
    const [mail, ...more] = await deliver();
    expect(more).toEqual([]);
    return mail;
  };

  test("by the link in the mail: the entry goes, comes back, moves, and goes again", async () => {
    await register();
    const confirmation = await onlyMail();
    const { uid } = inviteIn(confirmation);
    const cancel = linkIn(confirmation, "cancel");
    await visitor().post(cancel, {});
    const gone = await onlyMail();
    expect(gone?.subject).toBe("Your registration is cancelled - Loud machines");
    expect(inviteIn(gone)).toMatchObject({ method: "CANCEL", uid, sequence: 1, start: startsAt.toISOString() });
    await visitor().post(cancel, {});
    expect(await deliver()).toEqual([]);

    await registerByPage();
    const back = await onlyMail();
    expect([back?.subject, inviteIn(back)]).toMatchObject([
      "Confirmation - Loud machines",
      { method: "REQUEST", uid, sequence: 2 },
    ]);
    await call("PUT", `/${event.id}`, { liveStart: "2027-03-11T10:30:00+01:00" });
    expect(inviteIn(await onlyMail())).toMatchObject({ method: "REQUEST", uid, sequence: 3 });
    await visitor().post(cancel, {});
    expect(inviteIn(await onlyMail())).toMatchObject({ method: "CANCEL", uid, sequence: 4 });
    await registerByPage();
    expect(inviteIn(await onlyMail())).toMatchObject({ method: "REQUEST", uid, sequence: 5 });
  });

  test("by the API, also whoever wants no mails about the event", async () => {
    await register({ eventemail: "N" });
    const { uid } = inviteIn(await onlyMail());
    expect((await register({ isdeleted: "Y" })).statusCode).toBe(200);
    expect(inviteIn(await onlyMail())).toMatchObject({ method: "CANCEL", uid, sequence: 1 });
    await register({ isdeleted: "N" });
    expect(inviteIn(await onlyMail())).toMatchObject({ method: "REQUEST", uid, sequence: 2 });
  });

  test("before the confirmation went out there is no entry, and no mail", async () => {
    await register();
    await register({ isdeleted: "Y" });
    expect(await deliver()).toEqual([]);
    await register({ isdeleted: "N" });
    expect(inviteIn(await onlyMail())).toMatchObject({ method: "REQUEST", sequence: 2 });
  });

  test("who has come back before the mail was written keeps the entry", async () => {
    await register();
    await onlyMail();
    await register({ isdeleted: "Y" });
    await register({ isdeleted: "N" });
    expect(inviteIn(await onlyMail())).toMatchObject({ method: "REQUEST", sequence: 2 });
  });

  test("the entry goes also when the event is deleted meanwhile, and not when it is over", async () => {
    await register();
    await onlyMail();
    await register({ isdeleted: "Y" });
    expect((await call("DELETE", `/${event.id}`)).statusCode).toBe(200);
    expect(inviteIn(await onlyMail())).toMatchObject({ method: "CANCEL", sequence: 2 });

    event = await app.build.event(token.clientId, { startsAt });
    await register();
    await onlyMail();
    await register({ isdeleted: "Y" });
    app.clock.now = new Date(startsAt.getTime() + 24 * 3_600_000);
    expect(await deliver()).toEqual([]);
    delete app.clock.now;
  });

  test("what has no time of its own was in no calendar", async () => {
    event = await app.build.event(token.clientId, { type: "ondemand", startsAt: new Date("2026-01-01T00:00:00Z") });
    await register();
    await visitor().post(linkIn(await onlyMail(), "cancel"), {});
    expect(await deliver()).toEqual([]);
  });

  test("a forgotten person is not written to, not even to take the entry away", async () => {
    await register();
    await onlyMail();
    await register({ isdeleted: "Y" });
    const forget = `POST /client/${token.clientId}/forget`;
    expect((await app.call(token, forget, { form: { email: ada.email } })).statusCode).toBe(200);
    expect(await deliver()).toEqual([]);
  });

  test("who comes back to a full event has the entry once a place is free", async () => {
    await putGate(app, event, "capacity", { seats: 1 });
    await register();
    const confirmation = await onlyMail();
    const { uid } = inviteIn(confirmation);
    await visitor().post(linkIn(confirmation, "cancel"), {});
    await onlyMail();
    await register({ email: "bob@acme.com" });
    const cancelBob = linkIn(await onlyMail(), "cancel");
    await registerByPage();
    expect((await onlyMail())?.subject).toBe("You are on the waiting list - Loud machines");
    await visitor().post(cancelBob, {});
    const mails = await deliver();
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      "Confirmation - Loud machines",
      "Your registration is cancelled - Loud machines",
    ]);
    const back = mails.find(({ subject }) => subject?.startsWith("Confirmation"));
    expect(inviteIn(back)).toMatchObject({ method: "REQUEST", uid, sequence: 2 });
  });
});
