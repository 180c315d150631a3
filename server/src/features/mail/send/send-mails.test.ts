import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestApp, withApp } from "../../../../test/harness.ts";
import { addPerson, mailTotals } from "../../../../test/mail-fixture.ts";
import {
  type SinkOptions,
  type SmtpSink,
  type SmtpStep,
  smtpRefusal,
  startSmtpSink,
} from "../../../../test/smtp-sink.ts";
import { readConfig } from "../../../config.ts";
import type { MailKind } from "../../base/outbox/mail-kinds.ts";
import { queueMails } from "../../base/outbox/queue-mails.ts";
import { resendUnacknowledged, takeFromTheDead, tellAlive } from "./mail-states.ts";
import { sendDueMails, startMailer } from "./mailer.ts";

const app = await withApp();
let sink: SmtpSink;
let event: Awaited<ReturnType<TestApp["build"]["event"]>>;
beforeEach(async () => {
  sink = await startSmtpSink();
  event = await app.build.event((await app.build.client()).id);
});
afterEach(async () => {
  await sink.close();
  await app.database.pool.query("delete from mails");
  await app.database.pool.query("delete from mail_senders");
});

async function owe(people: number, kind: MailKind = "confirmation"): Promise<void> {
  await app.database.pool.query("update event_emails set is_activated = true where event_id = $1", [event.id]);
  for (let n = 0; n < people; n++)
    await queueMails(app.database.db, [{ ...(await addPerson(app, event, { email: `${kind}-${n}@acme.com` })), kind }]);
}

function context(settings: Record<string, string> = {}) {
  const { smtp, smtpConnections, smtpPerSecond } = readConfig({ SMTP_URL: sink.url, ...settings });
  return { ...app.jobContext, config: { ...app.jobContext.config, smtp, smtpConnections, smtpPerSecond } };
}

const one = { SMTP_CONNECTIONS: "1" };

async function mails(): Promise<{ state: string; attempts: number; reason: string | null }[]> {
  const { rows } = await app.database.pool.query(
    "select state, attempts, reason from mails order by registrant_id, kind",
  );
  return rows;
}

/** Answers so at a step, to everybody or to the first so many. */
function refusingAt(step: SmtpStep, code: number, text: string, most = Number.POSITIVE_INFINITY): SinkOptions {
  let refused = 0;
  return {
    onStep(name) {
      if (name !== step || refused >= most) return;
      refused += 1;
      throw smtpRefusal(code, text);
    },
  };
}

test.each([
  ["connect", 554, "No service for you"],
  ["connect", 421, "Too busy"],
  ["mail-from", 530, "5.7.0 Authentication required"],
  ["mail-from", 553, "5.7.1 Sender address rejected: not owned by user"],
] as const)("%s answered by %i keeps every mail due and untried", async (step, code, text) => {
  await owe(3);
  sink.options = refusingAt(step, code, text);
  await sendDueMails(context());
  const [mail] = await mails();
  expect(mail).toMatchObject({ state: "due", attempts: 0 });
  expect(mail?.reason).toContain(text);
  sink.options = {};
  await sendDueMails(context());
  expect(sink.mails).toHaveLength(3);
});

test("a server that does not know us as somebody to relay for is asked again before a mail is given up", async () => {
  await owe(1);
  sink.options = refusingAt("rcpt-to", 554, "5.7.1 <confirmation-0@acme.com>: Relay access denied");
  await sendDueMails(context());
  const [mail] = await mails();
  expect(mail).toMatchObject({ state: "due", attempts: 1 });
  expect(mail?.reason).toContain("554 5.7.1 (address): Relay access denied");
});

test("a server that takes fewer connections than we open gets all mails over those", async () => {
  await owe(40);
  let open = 0;
  sink.options = {
    onStep(step) {
      if (step === "connect" && ++open > 2) throw smtpRefusal(421, "4.3.2 Concurrent connections limit exceeded");
    },
  };
  await sendDueMails(context());
  expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(40);
  expect(sink.mails).toHaveLength(40);
});

test("a server that takes so many mails on one connection gets the others over the next one", async () => {
  await owe(7);
  let onThis = 0;
  sink.options = {
    onStep(step) {
      if (step === "connect") onThis = 0;
      if (step === "mail-from" && ++onThis > 3) throw smtpRefusal(421, "Too many messages on this connection");
    },
  };
  await sendDueMails(context(one));
  expect(sink.mails).toHaveLength(7);
  expect(await mails()).toMatchObject(Array(7).fill({ state: "sent" }));
});

test("what one person waits for does not wait behind what goes to everybody", async () => {
  await owe(5, "reminder-1");
  await app.database.pool.query("update mails set due_at = now() - interval '1 hour'");
  await owe(1, "confirmation");
  await sendDueMails(context(one));
  expect(sink.mails.map(({ to }) => to.split("-")[0])).toEqual(["confirmation", ...Array(5).fill("reminder")]);
});

test("a receipt that comes after the sender was taken for dead is noted, and the mail is not sent again", async () => {
  await owe(1);
  sink.options = {
    async onStep(step) {
      if (step !== "end-of-data") return;
      await app.database.pool.query("update mail_senders set seen_at = now() - interval '1 minute'");
      await takeFromTheDead(app.database.db);
      expect(await mails()).toMatchObject([{ state: "unacknowledged" }]);
    },
  };
  await sendDueMails(context());
  expect(await mails()).toMatchObject([{ state: "sent", reason: null }]);
  expect(await mailTotals(app, event.id)).toMatchObject({ confirmation: { sent: 1 } });
});

test("a connection that breaks after the end went out leaves the mail unacknowledged, until an operator has it sent again", async () => {
  await owe(1);
  sink.options = { onStep: (step) => (step === "end-of-data" ? sink.hangUp() : undefined) };
  await sendDueMails(context());
  expect(await mails()).toMatchObject([{ state: "unacknowledged", attempts: 1 }]);
  sink.options = {};
  await sendDueMails(context());
  expect(sink.mails).toHaveLength(1);
  expect(await resendUnacknowledged(app.database.db, event.clientId, event.id)).toBe(1);
  await sendDueMails(context());
  const [first, second] = sink.mails.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
  expect(second).toBe(first);
  expect(await mailTotals(app, event.id)).toMatchObject({ confirmation: { sent: 1 } });
});

test("a connection that breaks before the end counts as a try, and the mail goes out later", async () => {
  await owe(1);
  sink.options = { onStep: (step) => (step === "rcpt-to" ? sink.hangUp() : undefined) };
  await sendDueMails(context());
  expect(await mails()).toMatchObject([{ state: "due", attempts: 1 }]);
  await app.database.pool.query("update mails set due_at = now()");
  sink.options = {};
  await sendDueMails(context());
  expect(sink.mails).toHaveLength(1);
});

test("a mail that can't be written does not keep the others", async () => {
  await owe(3);
  // A zone that no calendar knows.
  const broken = await app.build.event(event.clientId);
  await app.build.changeEvent(broken.id, { timeZone: "Nowhere/Land" });
  await queueMails(app.database.db, [{ ...(await addPerson(app, broken)), kind: "confirmation" }]);
  await sendDueMails(context());
  expect(sink.mails).toHaveLength(3);
  expect((await mails()).at(-1)).toEqual({ state: "due", attempts: 1, reason: "The mail could not be written" });
});

test("a sender that is stopped finishes what it is at, gives back the rest, and signs off", async () => {
  await owe(20);
  let isStopped: Promise<void> | undefined;
  const mailer = startMailer(context(one));
  await new Promise<void>((resolve) => {
    sink.options = {
      onStep(step) {
        if (step !== "middle-of-data") return;
        isStopped ??= mailer.stop();
        resolve();
      },
    };
  });
  await isStopped;
  const states = (await mails()).map(({ state }) => state);
  expect(states.filter((state) => state === "sent")).toHaveLength(sink.mails.length);
  expect(states.filter((state) => state === "due")).toHaveLength(20 - sink.mails.length);
  expect((await app.database.pool.query("select from mail_senders")).rowCount).toBe(0);
  sink.options = {};
  await sendDueMails(context());
  expect(sink.mails).toHaveLength(20);
});

test("only what senders had that are silent goes to others", async () => {
  await owe(2);
  const living = "6f4dd3a8-6d8e-4b1f-9b5f-0a2f5d1c9e01";
  await tellAlive(app.database.db, living);
  await app.database.pool.query("update mails set state = 'claimed', claimed_by = $1", [living]);
  expect(await takeFromTheDead(app.database.db)).toBe(0);
  await app.database.pool.query("update mail_senders set seen_at = now() - interval '31 seconds'");
  expect(await takeFromTheDead(app.database.db)).toBe(2);
  expect(await mails()).toMatchObject([{ state: "due" }, { state: "due" }]);
});

test("so many mails a second and no more", async () => {
  await owe(6);
  const begin = performance.now();
  await sendDueMails(context({ SMTP_PER_SECOND: "20" }));
  // The first goes at once; the clock of timers may be early by a millisecond each.
  expect(performance.now() - begin).toBeGreaterThan(5 * 49 - 5);
  expect(sink.mails).toHaveLength(6);
});
