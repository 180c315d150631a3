import { afterAll, afterEach, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { mailStates, oweMails } from "../../../../test/mail-fixture.ts";
import { type Program, startProgram } from "../../../../test/program.ts";
import { type SmtpStep, smtpSteps, startSmtpSink } from "../../../../test/smtp-sink.ts";
import { until } from "../../../../test/until.ts";

// A mail goes out once: the worker is killed without warning wherever the receiving server can see it, and another one
// goes on, who is the next to be killed.

const app = await withApp();
const { id: clientId } = await app.build.client();
const sink = await startSmtpSink();
let worker: Program | undefined;

afterEach(async () => {
  sink.mails.length = 0;
  await app.database.pool.query("delete from mails");
});
afterAll(async () => {
  await worker?.end("SIGTERM");
  await sink.close();
});

const startWorker = (): Promise<Program> =>
  startProgram({
    ...{ DATABASE_URL: app.databaseUrl, SERVICES: "worker", SMTP_URL: sink.url, SMTP_CONNECTIONS: "1" },
    ...{ LECTERN_DATA: app.jobContext.config.dataFolder, LECTERN_DEMO: "off", PUBLIC_URL: "http://lectern.test" },
    ...{ LECTERN_OPERATOR_KEY: "o".repeat(32), LECTERN_SECRET_KEY: "s".repeat(32) },
  });

/** How it may end: what its row says, and how often it has arrived. */
const ends: Record<SmtpStep, [state: string, arrived: number][]> = {
  connect: [["sent", 1]],
  "mail-from": [["sent", 1]],
  "rcpt-to": [["sent", 1]],
  // The kill falls before the commit, after the dot, or in the microseconds between them (decision 7).
  "middle-of-data": [
    ["sent", 1],
    ["unacknowledged", 1],
    ["unacknowledged", 0],
  ],
  "end-of-data": [["unacknowledged", 1]],
  // The dead worker's receipt is lost, if it had got one.
  accepted: [
    ["sent", 1],
    ["unacknowledged", 1],
  ],
};

test.each(smtpSteps)(
  "kill -9 of the worker at %s: one mail arrives, or the row tells that it may not have",
  async (killAt) => {
    const victim = worker ?? (await startWorker());
    let killed: Promise<unknown> | undefined;
    sink.options = {
      async onStep(step) {
        if (step !== killAt || killed) return;
        worker = undefined;
        killed = victim.end("SIGKILL");
        // Whatever this server says from here on, nobody is there to hear it.
        await killed;
      },
    };
    await oweMails(app, clientId, 1);
    await until(() => killed !== undefined);
    await killed;
    // As if half a minute had passed.
    await app.database.pool.query("update mail_senders set seen_at = now() - interval '1 minute'");
    worker = await startWorker();
    await until(async () => !Object.keys(await mailStates(app)).some((state) => /due|claimed|handed-over/.test(state)));
    const [state] = Object.keys(await mailStates(app));
    expect(ends[killAt]).toContainEqual([state, sink.mails.length]);
  },
);
