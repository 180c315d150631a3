import { setTimeout as sleep } from "node:timers/promises";
import { retryDeadlocks } from "../../../db/transaction.ts";
import type { JobContext } from "../../../jobs/jobs.ts";
import { createGroupCommit } from "../../../lib/group-commit.ts";
import { type ComposeContext, composeMails } from "../compose/compose-mail.ts";
import { type ComposedMail, isSuppressed, type MailKey, type Suppressed } from "../compose/composed-mail.ts";
import { type ClaimedMail, claimMails, handOver, type Settled, settleMails } from "./mail-states.ts";
import { listEarly } from "./put-off.ts";
import { SmtpFailure, type SmtpSender } from "./smtp-sender.ts";
import { storeInMailbox } from "./store-in-mailbox.ts";

/** Claimed at once: some seconds of work, which somebody else does again if this sender dies. */
const BATCH = 200;

export interface SendContext extends ComposeContext, Pick<JobContext, "log" | "signal"> {
  readonly config: ComposeContext["config"] & Pick<JobContext["config"], "visitLimits">;
  /** Whose the claimed mails are. */
  readonly senderId: string;
  /** Connections to the SMTP server; none = everything goes into the mailbox. */
  readonly connections: readonly SmtpSender[];
  /** Waits for the turn of the next mail, where their number in a second is limited. */
  readonly takeTurn?: () => Promise<void>;
}

export interface Letter {
  readonly mail: ClaimedMail;
  readonly composed: ComposedMail;
}

/** Mails that are this sender's to send; how many were claimed for it. */
export interface Batch {
  readonly claimed: number;
  readonly letters: readonly Letter[];
}

/** Claims what is due, up to a batch, and writes what of it is still wanted. */
export async function prepareBatch(context: SendContext): Promise<Batch> {
  const claimed = await claimMails(context.db, context.senderId, BATCH);
  const letters: Letter[] = [];
  if (claimed.length === 0) return { claimed: 0, letters };
  const settle = createSettler(context);
  const early = await listEarly(context.db, claimed, context.config.visitLimits);
  const unwanted = [...early].map(([mail, dueInSeconds]) =>
    settle({ mail, state: "due", reason: "The mailbox has had many", dueInSeconds, isTry: false }),
  );
  const wanted = claimed.filter((mail) => !early.has(mail));
  for (const [mail, outcome] of await composeBatch(context, wanted))
    if ("fault" in outcome) unwanted.push(settle(afterFailure(mail, outcome.fault)));
    else if (isSuppressed(outcome)) unwanted.push(settle({ mail, state: "suppressed", reason: outcome.suppressed }));
    else letters.push({ mail, composed: outcome });
  await Promise.all(unwanted);
  return { claimed: claimed.length, letters };
}

/**
 * Sends a batch. A mail that was not sent is due again, or has its end and a reason. Answers what kept the server from
 * taking anything: our settings, or the way there.
 */
export async function sendBatch(context: SendContext, { letters }: Batch): Promise<SmtpFailure | undefined> {
  const { db, senderId, connections } = context;
  if (connections.length > 0) return sendAll(context, letters);
  await storeInMailbox(db, senderId, letters);
  return undefined;
}

type Composed = ComposedMail | Suppressed | { readonly fault: SmtpFailure };

/** One mail that can't be written is not to keep the others. */
async function composeBatch(
  context: SendContext,
  mails: readonly ClaimedMail[],
): Promise<(readonly [ClaimedMail, Composed])[]> {
  try {
    const outcomes = await composeMails(context, mails);
    return mails.map((mail, index) => [mail, outcomes[index] as Composed]);
  } catch (err) {
    const [mail] = mails;
    if (!mail || mails.length > 1) {
      const written = [];
      for (const one of mails) written.push(...(await composeBatch(context, [one])));
      return written;
    }
    context.log.error({ err, ...mail }, "a mail could not be written");
    return [[mail, { fault: new SmtpFailure("The mail could not be written", { fault: "mail" }) }]];
  }
}

type Settle = (settled: Settled) => Promise<void>;

/**
 * The connections send at the same time; what they write down goes to the database together. A connection that the server
 * refuses leaves its mails to the others; the trouble is told when none was left.
 */
async function sendAll(context: SendContext, letters: readonly Letter[]): Promise<SmtpFailure | undefined> {
  const receipts: Promise<void>[] = [];
  const settler = createSettler(context);
  // A connection goes on with the next mail while what became of the last one is written down.
  const settle = (settled: Settled) => void receipts.push(settler(settled));
  const ends = createHandOver(context);
  const waiting = [...letters].reverse();
  let trouble: SmtpFailure | undefined;
  const work = async (connection: SmtpSender) => {
    for (let letter = waiting.pop(); letter; letter = waiting.pop()) {
      if (!context.signal?.aborted) await context.takeTurn?.();
      const failure = context.signal?.aborted ? stopped : await sendOne(connection, letter, ends, settle);
      if (!failure) continue;
      trouble = failure;
      waiting.push(letter);
      return;
    }
  };
  await Promise.all(context.connections.map(work));
  for (const { mail } of waiting) settle({ mail, state: "due", reason: trouble?.message, isTry: false });
  await Promise.all(receipts);
  return waiting.length > 0 ? trouble : undefined;
}

const stopped = new SmtpFailure("The sender was stopped", { fault: "connection" });

/** Answers what keeps this connection from sending any mail; all else is settled. */
async function sendOne(
  connection: SmtpSender,
  { mail, composed }: Letter,
  ends: (mail: MailKey) => Promise<void>,
  settle: (settled: Settled) => void,
): Promise<SmtpFailure | undefined> {
  try {
    await connection.send(composed, () => ends(mail));
  } catch (error) {
    if (!(error instanceof SmtpFailure)) throw error;
    if (error.kind.fault !== "mail") return error;
    settle(afterFailure(mail, error));
    return undefined;
  }
  settle({ mail, state: "sent" });
  return undefined;
}

/** Minutes until the next try: servers that put off strangers let them in after some. */
const delays = [1, 5, 15, 60, 240, 240, 240];

function afterFailure(mail: ClaimedMail, { kind, message: reason }: SmtpFailure): Settled {
  if (kind.isUnknown) return { mail, state: "unacknowledged", reason };
  const delay = delays[mail.attempts];
  if (kind.end !== undefined || delay === undefined) return { mail, state: kind.end ?? "failed", reason };
  return { mail, state: "due", reason, dueInSeconds: delay * 60 };
}

const together = { isItemsFault: () => false, most: BATCH };
const keyOf = ({ clientId, registrantId, kind, occasion }: MailKey) =>
  [clientId, registrantId, kind, occasion].join(" ");

/** A mail that is not this sender's any more must not end. */
function createHandOver({ db, senderId }: SendContext): (mail: MailKey) => Promise<void> {
  const writer = createGroupCommit<MailKey, boolean>({
    ...together,
    keyOf,
    commit: (mails) => retryDeadlocks(() => handOver(db, senderId, mails)),
  });
  return async (mail) => {
    if (!(await writer.submit(mail))) throw new SmtpFailure("The mail was taken by another sender", { fault: "mail" });
  };
}

const AGAIN_MS = 1_000;

/** What became of a mail is known only here: it is written down as soon as there is a database again. */
function createSettler({ db, senderId, log, signal }: SendContext): Settle {
  const writer = createGroupCommit<Settled, undefined>({
    ...together,
    keyOf: ({ mail }) => keyOf(mail),
    async commit(settled) {
      for (;;)
        try {
          await settleMails(db, senderId, settled);
          return settled.map(() => undefined);
        } catch (err) {
          if (signal?.aborted) throw err;
          log.warn({ err }, "what became of mails could not be written down yet");
          await sleep(AGAIN_MS);
        }
    },
  });
  return (settled) => writer.submit(settled);
}
