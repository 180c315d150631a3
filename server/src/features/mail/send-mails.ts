import { createGroupCommit } from "../../lib/group-commit.ts";
import type { ComposeContext } from "./compose-mail.ts";
import { composeMails } from "./compose-mail.ts";
import { type ComposedMail, isSuppressed, type MailKey } from "./composed-mail.ts";
import { type ClaimedMail, claimMails, handOver, type Settled, settleMails } from "./mail-states.ts";
import { SmtpFailure, type SmtpSender } from "./smtp-sender.ts";
import { storeInMailbox } from "./store-in-mailbox.ts";

/** Claimed at once: some seconds of work, which somebody else does again if this sender dies. */
const BATCH = 200;

export interface SendContext extends ComposeContext {
  /** Whose the claimed mails are. */
  readonly senderId: string;
  /** Connections to the SMTP server; none = everything goes into the mailbox. */
  readonly connections: readonly SmtpSender[];
  /** Waits for the turn of the next mail, where their number in a second is limited. */
  readonly takeTurn?: () => Promise<void>;
}

export interface SentBatch {
  readonly claimed: number;
  /** What kept the server from taking anything: our log-in, or the way there. */
  readonly trouble: SmtpFailure | undefined;
}

/** Sends what is due, up to a batch. A mail that was not sent is due again, or has its end and a reason. */
export async function sendBatch(context: SendContext): Promise<SentBatch> {
  const { db, senderId, connections } = context;
  const claimed = await claimMails(db, senderId, BATCH);
  if (claimed.length === 0) return { claimed: 0, trouble: undefined };
  const outcomes = await composeMails(context, claimed);
  const settle = createSettler(context);
  const wanted: { mail: ClaimedMail; composed: ComposedMail }[] = [];
  const unwanted: Promise<void>[] = [];
  for (const [index, mail] of claimed.entries()) {
    const outcome = outcomes[index] as (typeof outcomes)[number];
    if (isSuppressed(outcome)) unwanted.push(settle({ mail, state: "suppressed", reason: outcome.suppressed }));
    else wanted.push({ mail, composed: outcome });
  }
  await Promise.all(unwanted);
  if (connections.length === 0) {
    await storeInMailbox(db, senderId, wanted);
    return { claimed: claimed.length, trouble: undefined };
  }
  return { claimed: claimed.length, trouble: await sendAll(context, wanted, settle) };
}

type Settle = (settled: Settled) => Promise<void>;

/** The connections send at the same time; what they write down goes to the database together. */
async function sendAll(
  context: SendContext,
  mails: readonly { mail: ClaimedMail; composed: ComposedMail }[],
  settle: Settle,
): Promise<SmtpFailure | undefined> {
  const ends = createHandOver(context);
  const queue = mails.values();
  let trouble: SmtpFailure | undefined;
  const work = async (connection: SmtpSender) => {
    for (const { mail, composed } of queue) {
      if (trouble) await settle({ mail, state: "due", isTry: false });
      else {
        await context.takeTurn?.();
        const failure = await sendOne(connection, { mail, composed }, ends, settle);
        if (failure && failure.fault !== "mail" && !failure.isUnknown) trouble = failure;
      }
    }
  };
  await Promise.all(context.connections.map(work));
  return trouble;
}

async function sendOne(
  connection: SmtpSender,
  { mail, composed }: { mail: ClaimedMail; composed: ComposedMail },
  ends: (mail: MailKey) => Promise<void>,
  settle: Settle,
): Promise<SmtpFailure | undefined> {
  try {
    await connection.send(composed, () => ends(mail));
  } catch (error) {
    if (!(error instanceof SmtpFailure)) throw error;
    await settle(afterFailure(mail, error));
    return error;
  }
  await settle({ mail, state: "sent" });
  return undefined;
}

/** Minutes until the next try: servers that put off strangers let them in after some. */
const delays = [1, 5, 15, 60, 240, 240, 240];

function afterFailure(mail: ClaimedMail, { fault, isFinal, isUnknown, message }: SmtpFailure): Settled {
  if (isUnknown) return { mail, state: "unacknowledged", reason: message };
  if (fault !== "mail") return { mail, state: "due", reason: message, dueInSeconds: 60, isTry: false };
  if (isFinal) return { mail, state: "bounced", reason: message };
  const delay = delays[mail.attempts];
  if (delay === undefined) return { mail, state: "failed", reason: message };
  return { mail, state: "due", reason: message, dueInSeconds: delay * 60 };
}

const together = { isItemsFault: () => false, most: BATCH };
const keyOf = ({ clientId, registrantId, kind, occasion }: MailKey) =>
  [clientId, registrantId, kind, occasion].join(" ");

/** A mail that is not this sender's any more must not end. */
function createHandOver({ db, senderId }: SendContext): (mail: MailKey) => Promise<void> {
  const writer = createGroupCommit<MailKey, boolean>({
    ...together,
    keyOf,
    commit: (mails) => handOver(db, senderId, mails),
  });
  return async (mail) => {
    if (!(await writer.submit(mail))) throw new SmtpFailure("The mail was taken by another sender", { fault: "mail" });
  };
}

function createSettler({ db, senderId }: SendContext): Settle {
  const writer = createGroupCommit<Settled, undefined>({
    ...together,
    keyOf: ({ mail }) => keyOf(mail),
    async commit(settled) {
      await settleMails(db, senderId, settled);
      return settled.map(() => undefined);
    },
  });
  return (settled) => writer.submit(settled);
}
