import { beforeEach, expect, test } from "vitest";
import { besideApp, type TestApp, withApp } from "../../../../test/harness.ts";
import { addPerson } from "../../../../test/mail-fixture.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { staffCookie } from "../../../../test/staff-link.ts";
import { readConfig } from "../../../config.ts";
import { queueMails } from "../../base/outbox/queue-mails.ts";
import { signedInAddresses } from "../../webinars/events/addresses.ts";
import { sendDueMails } from "../send/mailer.ts";
import { forgetMails } from "./forget-mails.ts";

const app = await withApp({ mailFrom: "webinars@acme.com" });
let event: Awaited<ReturnType<TestApp["build"]["event"]>>;
beforeEach(async () => {
  event = await app.build.event((await app.build.client()).id, { title: "Live" });
});

async function keep(email: string, values: Parameters<typeof addPerson>[2] = {}, of = event): Promise<number> {
  const person = await addPerson(app, of, { email, ...values });
  await queueMails(app.database.db, [{ ...person, kind: "confirmation" }]);
  await app.sendMails();
  return person.registrantId;
}

interface Kept {
  mailId: number;
  recipient: string;
}
const path = (of = event) => `/clients/${of.clientId}/events/${of.id}`;
const list = (query = "") => operated<{ mails: Kept[]; next?: string }>(app, `GET ${path()}/mailbox${query}`);
const to = ({ mails }: { mails: Kept[] }) => mails.map(({ recipient }) => recipient);
const look = async (url: string, of = event) =>
  app.app.server.inject({ url, headers: { cookie: await staffCookie(app, of) } });
const page = (more = "", of = event) => look(`${signedInAddresses(of, "").mailbox}${more}`, of);

async function setState(registrantId: number, state: string, reason: string | null = null) {
  await app.database.pool.query("update mails set state = $1, reason = $2 where registrant_id = $3", [
    state,
    reason,
    registrantId,
  ]);
}

test("a mail as it was kept, whole", async () => {
  const registrantId = await keep("gina@acme.com", { firstName: "Gina" });
  const { mails } = await list();
  expect(mails).toEqual([
    {
      ...{
        mailId: mails[0]?.mailId,
        registrantId,
        kind: "confirmation",
        sender: "Webcast <webinars@acme.com>",
      },
      ...{ recipient: "gina@acme.com", subject: "Confirmation - Live", hasInvite: true, keptAt: expect.any(String) },
    },
  ]);
  const whole = await operated(app, `GET ${path()}/mailbox/${mails[0]?.mailId}`);
  expect(whole).toMatchObject({
    ...mails[0],
    html: expect.stringMatching(/<html[\s\S]*<img src="[^"]*\/o\.gif"/),
    text: expect.stringContaining("Join here:"),
    calendar: expect.stringContaining("BEGIN:VCALENDAR"),
  });
});

test("newest first, page by page, and by a part of the address", async () => {
  for (const name of ["a", "b", "c_d", "e"]) await keep(`${name}@acme.com`);
  const first = await list("?limit=3");
  expect(to(first)).toEqual(["e@acme.com", "c_d@acme.com", "b@acme.com"]);
  const second = await list(`?limit=3&cursor=${first.next}`);
  expect([to(second), second.next]).toEqual([["a@acme.com"], undefined]);
  expect(to(await list("?recipient=C_"))).toEqual(["c_d@acme.com"]);
  expect((await operate(app, `GET ${path()}/mailbox?cursor=-1`)).json()).toMatchObject({
    status: 400,
    detail: "Invalid value for the cursor parameter.",
  });
});

test("another event's and another client's mails are not reached", async () => {
  await keep("gina@acme.com");
  const { mails } = await list();
  const mailId = mails[0]?.mailId;
  const beside = await app.build.event(event.clientId);
  const other = await app.build.event((await app.build.client()).id);
  for (const of of [beside, other]) {
    expect((await operated<{ mails: Kept[] }>(app, `GET ${path(of)}/mailbox`)).mails).toEqual([]);
    const answer = await operate(app, `GET ${path(of)}/mailbox/${mailId}`);
    expect([answer.statusCode, answer.json().detail]).toEqual([404, `The e-mail ${mailId} doesn't exist.`]);
    expect((await page(`&m=${mailId}`, of)).statusCode).toBe(404);
    expect((await page("", of)).body).not.toContain("gina@acme.com");
  }
  for (const request of ["GET mailbox", "GET mails/missed", "POST mails/resend-unacknowledged"]) {
    const [method, below] = request.split(" ");
    const answer = await operate(app, `${method} /clients/${other.clientId}/events/${event.id}/${below}`);
    expect(answer.statusCode, request).toBe(404);
  }
});

test("what reached nobody is counted by reason", async () => {
  for (const name of ["a", "b", "c"]) await setState(await keep(`${name}@acme.com`), "bounced", "550 unknown");
  await setState(await keep("d@acme.com"), "failed");
  await keep("e@acme.com");
  expect(await operated(app, `GET ${path()}/mails/missed`)).toEqual({
    missed: [
      { kind: "confirmation", state: "bounced", reason: "550 unknown", mails: 3 },
      { kind: "confirmation", state: "failed", mails: 1 },
    ],
  });
});

test("what no receipt came for is sent again when the operator says so, and only that of the event", async () => {
  await setState(await keep("gina@acme.com"), "unacknowledged");
  const beside = await app.build.event(event.clientId);
  await setState(await keep("hugo@acme.com", {}, beside), "unacknowledged");
  expect(await operated(app, `POST ${path()}/mails/resend-unacknowledged`)).toEqual({ mails: 1 });
  expect(await operated(app, `POST ${path()}/mails/resend-unacknowledged`)).toEqual({ mails: 0 });
  await app.sendMails();
  expect(to(await list())).toEqual(["gina@acme.com", "gina@acme.com"]);
  const { rows } = await app.database.pool.query(
    "select event_id, kind, actor from changes where kind = 'mails.resent'",
  );
  expect(rows).toEqual([{ event_id: event.id, kind: "mails.resent", actor: "operator" }]);
});

test("whoever is forgotten while the mail is being written does not stay in the mailbox", async () => {
  const person = await addPerson(app, event, { email: "gina@acme.com" });
  await queueMails(app.database.db, [{ ...person, kind: "confirmation" }]);
  const forget = async () => {
    await app.database.pool.query(
      "update registrants set status = 'forgotten', email = id || '-deleted' where id = $1",
      [person.registrantId],
    );
    await forgetMails(app.database.db, [{ ...person, registrantClientId: person.clientId } as never]);
  };
  // The clock is asked while a mail is written.
  let isForgotten: Promise<void> | undefined;
  const lateClock = () => {
    isForgotten ??= forget();
    return new Date();
  };
  await sendDueMails({ ...app.jobContext, now: lateClock });
  await isForgotten;
  await app.sendMails();
  expect(to(await list())).toEqual([]);
});

test("staff look at the list and into a mail", async () => {
  await keep("gina@acme.com", { firstName: "<b>Gina" });
  const shown = await page();
  expect(shown.statusCode).toBe(200);
  expect(shown.headers).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": "no-store" });
  expect(shown.body).toContain("No mail server is set");
  expect(shown.body).toMatch(/<a href="[^"]*" aria-current="page">Mailbox<\/a>/);
  const link = /href="([^"]*&#38;m=\d+)"/.exec(shown.body)?.[1]?.replaceAll("&#38;", "&") ?? "";
  const opened = await look(link);
  expect(opened.body).toContain('<dd dir="auto">gina@acme.com</dd>');
  expect(opened.body).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  const source = /<iframe [^>]*src="([^"]*)"/.exec(opened.body)?.[1]?.replaceAll("&#38;", "&") ?? "";
  const letter = await look(source);
  expect(letter.statusCode).toBe(200);
  expect(letter.headers["content-security-policy"]).toMatch(/default-src 'none'.*sandbox allow-popups/);
  expect(letter.headers["content-security-policy"]).not.toContain("script-src");
  expect(letter.body).toContain('<base target="_blank">');
  expect(letter.body).not.toContain("o.gif");
  expect((await list()).mails).toHaveLength(1);
});

test("the page of a server that sends says so, finds by address, pages, and opens by no key", async () => {
  for (let n = 0; n < 51; n++) await addPerson(app, event, { email: `p${n}@acme.com` });
  await app.database.pool.query(
    `insert into mails (client_id, event_id, registrant_id, kind) select client_id, event_id, id, 'confirmation'
     from registrants where event_id = $1`,
    [event.id],
  );
  await app.sendMails();
  const older = /href="([^"]*)">Older mails/.exec((await page()).body)?.[1]?.replaceAll("&#38;", "&") ?? "";
  const second = await look(older);
  expect(second.body).toContain("Back to the newest");
  expect(second.body.match(/<li class="row apart">/g)).toHaveLength(1);
  expect((await page("&q=p50@")).body.match(/<li class="row apart">/g)).toHaveLength(1);
  expect((await page("&q=%00nobody")).body).toContain("No mail was kept for “nobody”.");
  for (const key of [event.presentKey, event.audienceKey, ""])
    for (const below of ["", "/mail"])
      expect(
        (await app.app.server.inject(`/webcast/mailbox${below}?e=${event.id}&k=${key}&m=9000001`)).statusCode,
      ).toBe(303);
  for (const m of ["x", "1".repeat(30), "-1"]) expect((await page(`&m=${m}`)).statusCode).toBe(404);
  const sending = await besideApp({ smtp: readConfig({ SMTP_URL: "smtp://x" }).smtp });
  const there = await sending.build.event((await sending.build.client()).id);
  const headers = { cookie: await staffCookie(sending, there) };
  const { body } = await sending.app.server.inject({ url: signedInAddresses(there, "").mailbox, headers });
  expect(body).toContain("E-mails go out through your mail server.");
});
