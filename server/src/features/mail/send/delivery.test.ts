import { afterEach, describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { mailStates, oweMails } from "../../../../test/mail-fixture.ts";
import { type SmtpSink, type SmtpStep, smtpRefusal, startSmtpSink } from "../../../../test/smtp-sink.ts";
import { readConfig } from "../../../config.ts";
import { sendDueMails } from "./mailer.ts";

// What becomes of mails between us and a mail server: each is sent once, tried again, or given up.

const app = await withApp();
const { id: clientId } = await app.build.client();
let sink: SmtpSink;

afterEach(async () => {
  await sink.close();
  await app.database.pool.query("delete from mails");
  await app.database.pool.query("delete from mail_senders");
});

const contextTo = (url: string, more: Record<string, string> = {}) => ({
  ...app.jobContext,
  config: { ...app.jobContext.config, ...pick(readConfig({ SMTP_URL: url, ...more })) },
});

const pick = ({ smtp, smtpConnections, smtpPerSecond }: ReturnType<typeof readConfig>) => ({
  smtp,
  smtpConnections,
  smtpPerSecond,
});

test("two senders at once send each mail once", async () => {
  sink = await startSmtpSink();
  await oweMails(app, clientId, 300);
  await Promise.all([
    sendDueMails(contextTo(sink.url)),
    sendDueMails(contextTo(sink.url)),
    sendDueMails(contextTo(sink.url)),
  ]);
  expect(sink.mails).toHaveLength(300);
  expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(300);
  expect(await mailStates(app)).toEqual({ sent: 300 });
});

test("a mail that was taken away before its end never ends", async () => {
  sink = await startSmtpSink();
  await oweMails(app, clientId, 1);
  let taken = 0;
  sink.options = {
    async onStep(step) {
      if (step === "rcpt-to" && taken++ === 0)
        await app.database.pool.query("update mails set state = 'due', claimed_by = null");
    },
  };
  await sendDueMails(contextTo(sink.url, { SMTP_CONNECTIONS: "1" }));
  expect(taken).toBe(2);
  expect(sink.mails).toHaveLength(1);
  expect(await mailStates(app)).toEqual({ sent: 1 });
});

describe("what servers refuse", () => {
  test("for good is bounced, with the reason and without the address; the others go out", async () => {
    const refuse = (_step: SmtpStep, to?: string) => {
      if (_step === "rcpt-to" && to?.startsWith("p1-")) throw smtpRefusal(550, `<${to}> is unknown here`);
    };
    sink = await startSmtpSink({ onStep: async (step, to) => refuse(step, to) });
    const eventId = await oweMails(app, clientId, 3);
    await sendDueMails(contextTo(sink.url));
    expect(await mailStates(app)).toEqual({ sent: 2, bounced: 1 });
    const { rows } = await app.database.pool.query("select reason from mails where state = 'bounced'");
    expect(rows[0].reason).toMatch(/550.*\(address\).* is unknown here/);
    const totals = await app.database.pool.query("select * from event_mail_totals where event_id = $1", [eventId]);
    expect(totals.rows).toMatchObject([{ kind: "confirmation", sent: 3, bounced: 1 }]);
  });

  test("for now is tried again later, ever more seldom, and given up in the end", async () => {
    sink = await startSmtpSink({
      onStep: async (step) => {
        if (step === "end-of-data") throw smtpRefusal(451, "come back later");
      },
    });
    await oweMails(app, clientId, 1);
    const waits: number[] = [];
    for (let round = 0; round < 9; round++) {
      await sendDueMails(contextTo(sink.url));
      const { rows } = await app.database.pool.query(
        "select state, extract(epoch from due_at - now())::int as wait, attempts from mails",
      );
      if (rows[0].state === "failed") break;
      waits.push(Math.round(rows[0].wait / 60));
      await app.database.pool.query("update mails set due_at = now()");
    }
    expect(waits).toEqual([1, 5, 15, 60, 240, 240, 240]);
    expect(await mailStates(app)).toEqual({ failed: 1 });
    expect(sink.mails).toEqual([]);
  });

  test("because of our log-in, or because they are not there, is not the mails' fault: they stay due", async () => {
    sink = await startSmtpSink({ user: { name: "lectern", password: "right" } });
    await oweMails(app, clientId, 3);
    const inClear = { SMTP_CLEAR_PASSWORD: "on" };
    await sendDueMails(contextTo(sink.url));
    await sendDueMails(contextTo(sink.url.replace("right", "wrong"), inClear));
    expect([await mailStates(app), sink.clearPasswords[0]]).toEqual([{ due: 3 }, "wrong"]);
    await sendDueMails(contextTo("smtp://127.0.0.1:1"));
    const { rows } = await app.database.pool.query("select distinct state, attempts from mails");
    expect(rows).toEqual([{ state: "due", attempts: 0 }]);
    await app.database.pool.query("update mails set due_at = now()");
    await sendDueMails(contextTo(sink.url, inClear));
    expect(await mailStates(app)).toEqual({ sent: 3 });
  });
});

test("without a server every mail lies in the mailbox, and counts as sent", async () => {
  sink = await startSmtpSink();
  const eventId = await oweMails(app, clientId, 2);
  await app.sendMails();
  const { rows } = await app.database.pool.query(
    "select recipient, subject, calendar from mailbox where event_id = $1 order by id",
    [eventId],
  );
  expect(rows.map(({ recipient }) => recipient).sort()).toEqual([`p0-${eventId}@acme.com`, `p1-${eventId}@acme.com`]);
  expect(rows[0].calendar).toContain("METHOD:REQUEST");
  expect(await mailStates(app)).toEqual({ sent: 2 });
});
