import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext } from "../../../jobs/jobs.ts";
import { forgetSender, releaseMails, takeFromTheDead, tellAlive } from "./mail-states.ts";
import { type Batch, prepareBatch, type SendContext, sendBatch } from "./send-mails.ts";
import { createSmtpSender } from "./smtp-sender.ts";

const POLL_MS = 1_000;
const ALIVE_MS = 5_000;
/** After the server could not be reached, or refused our log-in. */
const TROUBLE_MS = 10_000;

/** Sends mails as they fall due, until it is stopped; any number of them may run, in any number of processes. */
export function startMailer(context: JobContext): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = run(context, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function run(context: JobContext, signal: AbortSignal): Promise<void> {
  const { db, log } = context;
  const sending = openSending({ ...context, signal });
  const { senderId } = sending;
  const heartbeat = setInterval(() => {
    tellAlive(db, senderId).catch((err) => log.warn({ err }, "the mail sender could not tell that it lives"));
  }, ALIVE_MS);
  let lookedForDead = 0;
  let ahead: Promise<Batch> | undefined;
  while (!signal.aborted) {
    let pause = POLL_MS;
    try {
      if (Date.now() - lookedForDead > ALIVE_MS) {
        await tellAlive(db, senderId);
        await takeFromTheDead(db);
        lookedForDead = Date.now();
      }
      const batch = await (ahead ?? prepareBatch(sending));
      // The next ones are written while these are on their way; where there is one, more are likely.
      ahead = batch.claimed > 0 ? prepareAhead(sending) : undefined;
      const trouble = await sendBatch(sending, batch);
      if (batch.claimed > 0 && !trouble) pause = 0;
      if (trouble && !signal.aborted) {
        log.error({ reason: trouble.message, fault: trouble.kind.fault }, "mails can't be sent; they stay due");
        pause = TROUBLE_MS;
      }
    } catch (err) {
      log.error({ err }, "mails were not sent");
      pause = TROUBLE_MS;
      await ahead?.catch(() => undefined);
      ahead = undefined;
      // What was handed over has its outcome written down by whoever waits for that.
      await releaseMails(db, senderId).catch((cause) => log.warn({ err: cause }, "claimed mails were not given back"));
    }
    if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
  await ahead?.catch(() => undefined);
  clearInterval(heartbeat);
  for (const connection of sending.connections) connection.close();
  await releaseMails(db, senderId).catch((err) => log.warn({ err }, "claimed mails were not given back"));
  await forgetSender(db, senderId).catch((err) => log.warn({ err }, "the mail sender was not signed off"));
}

/** Its failure is told when it is its turn. */
function prepareAhead(sending: SendContext): Promise<Batch> {
  const ahead = prepareBatch(sending);
  ahead.catch(() => undefined);
  return ahead;
}

/** Sends all that is due now; for whoever waits for it. */
export async function sendDueMails(context: JobContext): Promise<void> {
  const sending = openSending(context);
  await tellAlive(context.db, sending.senderId);
  try {
    for (;;) {
      const batch = await prepareBatch(sending);
      const trouble = await sendBatch(sending, batch);
      if (batch.claimed === 0 || trouble) return;
    }
  } finally {
    for (const connection of sending.connections) connection.close();
    await forgetSender(context.db, sending.senderId);
  }
}

function openSending(context: JobContext): SendContext {
  const { smtp, smtpConnections, smtpPerSecond } = context.config;
  const connections = smtp ? Array.from({ length: smtpConnections }, () => createSmtpSender(smtp)) : [];
  const base = { ...context, senderId: randomUUID(), connections };
  return smtpPerSecond > 0 ? { ...base, takeTurn: createTurns(smtpPerSecond) } : base;
}

/** So many turns a second, evenly. */
function createTurns(perSecond: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = performance.now();
    const turn = Math.max(now, next);
    next = turn + 1_000 / perSecond;
    if (turn > now) await sleep(turn - now);
  };
}
