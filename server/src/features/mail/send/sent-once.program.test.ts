import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { createDoors } from "../../../../test/admission-fixture.ts";
import { withApp } from "../../../../test/harness.ts";
import { type Program, startProgram } from "../../../../test/program.ts";
import { type SmtpSink, type SmtpStep, smtpRefusal, smtpSteps, startSmtpSink } from "../../../../test/smtp-sink.ts";
import { readConfig } from "../../../config.ts";
import { sendDueMails } from "./mailer.ts";

// A mail goes out once: the worker is killed without warning wherever the receiving server can see it, and another one
// goes on.

const app = await withApp();
const { id: clientId } = await app.build.client();
const at = createDoors(app);
let sink: SmtpSink;

afterAll(() => at.drain());
afterEach(async () => {
  await sink.close();
  await app.database.pool.query("delete from mails");
  await app.database.pool.query("delete from mail_senders");
});

async function owe(people: number): Promise<number> {
  const event = await app.build.event(clientId);
  const names = Array.from({ length: people }, (_, n) => `p${n}-${event.id}@acme.com`);
  await Promise.all(names.map((email) => at.enter("page", event.id, email)));
  return event.id;
}

const contextTo = (url: string, more: Record<string, string> = {}) => ({
  ...app.jobContext,
  config: { ...app.jobContext.config, ...pick(readConfig({ SMTP_URL: url, ...more })) },
});

const pick = ({ smtp, smtpConnections, smtpPerSecond }: ReturnType<typeof readConfig>) => ({
  smtp,
  smtpConnections,
  smtpPerSecond,
});

async function states(): Promise<Record<string, number>> {
  const { rows } = await app.database.pool.query("select state, count(*) as mails from mails group by 1");
  return Object.fromEntries(rows.map(({ state, mails }) => [state, mails]));
}

const startWorker = (): Promise<Program> =>
  startProgram({
    ...{ DATABASE_URL: app.databaseUrl, SERVICES: "worker", SMTP_URL: sink.url, SMTP_CONNECTIONS: "1" },
    ...{ LECTERN_DATA: app.jobContext.config.dataFolder, LECTERN_DEMO: "off", PUBLIC_URL: "http://lectern.test" },
    ...{ LECTERN_OPERATOR_KEY: "o".repeat(32), LECTERN_SECRET_KEY: "s".repeat(32) },
  });

describe("kill -9 of the worker", () => {
  test.each(smtpSteps)("at %s: exactly one mail arrives", { timeout: 60_000 }, async (killAt: SmtpStep) => {
    let worker: Program | undefined;
    let killed: Promise<unknown> | undefined;
    sink = await startSmtpSink();
    sink.options = {
      async onStep(step) {
        if (step !== killAt || killed || !worker) return;
        killed = worker.end("SIGKILL");
        // Whatever this server says from here on, nobody is there to hear it.
        await killed;
      },
    };
    worker = await startWorker();
    await owe(1);
    await vi.waitUntil(() => killed !== undefined, { timeout: 20_000, interval: 5 });
    await killed;
    // As if half a minute had passed.
    await app.database.pool.query("update mail_senders set seen_at = now() - interval '1 minute'");
    const next = await startWorker();
    try {
      await vi.waitUntil(async () => !(await isUnderWay()), { timeout: 20_000, interval: 20 });
      expect(sink.mails).toHaveLength(1);
      const end = await states();
      // The dead worker's receipt is lost, if it had got one; the mail is not.
      expect([{ sent: 1 }, { unacknowledged: 1 }]).toContainEqual(end);
      if (["connect", "mail-from", "rcpt-to"].includes(killAt)) expect(end).toEqual({ sent: 1 });
    } finally {
      await next.end("SIGTERM");
    }
  });

  const isUnderWay = async () => Object.keys(await states()).some((state) => /due|claimed|handed-over/.test(state));
});

test("two senders at once send each mail once", async () => {
  sink = await startSmtpSink();
  await owe(300);
  await Promise.all([
    sendDueMails(contextTo(sink.url)),
    sendDueMails(contextTo(sink.url)),
    sendDueMails(contextTo(sink.url)),
  ]);
  expect(sink.mails).toHaveLength(300);
  expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(300);
  expect(await states()).toEqual({ sent: 300 });
});

test("a mail that was taken away before its end never ends", async () => {
  sink = await startSmtpSink();
  await owe(1);
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
  expect(await states()).toEqual({ sent: 1 });
});

describe("what servers refuse", () => {
  test("for good is bounced, with the reason and without the address; the others go out", async () => {
    const refuse = (_step: SmtpStep, to?: string) => {
      if (_step === "rcpt-to" && to?.startsWith("p1-")) throw smtpRefusal(550, `<${to}> is unknown here`);
    };
    sink = await startSmtpSink({ onStep: async (step, to) => refuse(step, to) });
    const eventId = await owe(3);
    await sendDueMails(contextTo(sink.url));
    expect(await states()).toEqual({ sent: 2, bounced: 1 });
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
    await owe(1);
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
    expect(await states()).toEqual({ failed: 1 });
    expect(sink.mails).toEqual([]);
  });

  test("because of our log-in, or because they are not there, is not the mails' fault: they stay due", async () => {
    sink = await startSmtpSink({ user: { name: "lectern", password: "right" } });
    await owe(3);
    const inClear = { SMTP_CLEAR_PASSWORD: "on" };
    await sendDueMails(contextTo(sink.url));
    await sendDueMails(contextTo(sink.url.replace("right", "wrong"), inClear));
    expect([await states(), sink.clearPasswords[0]]).toEqual([{ due: 3 }, "wrong"]);
    await sendDueMails(contextTo("smtp://127.0.0.1:1"));
    const { rows } = await app.database.pool.query("select distinct state, attempts from mails");
    expect(rows).toEqual([{ state: "due", attempts: 0 }]);
    await app.database.pool.query("update mails set due_at = now()");
    await sendDueMails(contextTo(sink.url, inClear));
    expect(await states()).toEqual({ sent: 3 });
  });
});

test("without a server every mail lies in the mailbox, and counts as sent", async () => {
  sink = await startSmtpSink();
  const eventId = await owe(2);
  await app.sendMails();
  const { rows } = await app.database.pool.query(
    "select recipient, subject, calendar from mailbox where event_id = $1 order by id",
    [eventId],
  );
  expect(rows.map(({ recipient }) => recipient).sort()).toEqual([`p0-${eventId}@acme.com`, `p1-${eventId}@acme.com`]);
  expect(rows[0].calendar).toContain("METHOD:REQUEST");
  expect(await states()).toEqual({ sent: 2 });
});
