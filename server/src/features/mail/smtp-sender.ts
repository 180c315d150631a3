import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SmtpSettings } from "../../config.ts";
import type { ComposedMail } from "./composed-mail.ts";

/** Why a mail was not sent. */
export class SmtpFailure extends Error {
  /** Whose fault: of the mail (its receiver refuses it), of the way there, or of our own log-in. */
  readonly fault: "mail" | "connection" | "login";
  /** Trying again is of no use. */
  readonly isFinal: boolean;
  /** The end went out, and no answer came: the server may have taken it. */
  readonly isUnknown: boolean;

  constructor(
    message: string,
    kind: { fault: "mail" | "connection" | "login"; isFinal?: boolean; isUnknown?: boolean },
  ) {
    super(message);
    this.fault = kind.fault;
    this.isFinal = kind.isFinal ?? false;
    this.isUnknown = kind.isUnknown ?? false;
  }
}

export interface SmtpSender {
  /**
   * Sends one mail. Its end, without which a server takes nothing, goes out at once when `beforeEnd` has been fulfilled, and
   * never when that fails.
   */
  send(mail: ComposedMail, beforeEnd: () => Promise<void>): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 30_000;

/** One connection, opened when it is needed and kept for the next mail; for one mail at a time. */
export function createSmtpSender(settings: SmtpSettings): SmtpSender {
  let connection: SMTPConnection | undefined;
  /** Mails that this connection has taken: a server may have closed one that waited. */
  let taken = 0;

  async function open(): Promise<SMTPConnection> {
    const { host, port, isSecure } = settings;
    const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: 2 * TIMEOUT_MS };
    const opened = new SMTPConnection({ host, port, secure: isSecure, opportunisticTLS: true, ...timeouts });
    opened.once("end", () => drop(opened));
    try {
      await new Promise<void>((resolve, reject) => {
        opened.on("error", (error: Error) => {
          drop(opened);
          reject(error);
        });
        opened.connect((error) => (error ? reject(error) : resolve()));
      });
      if (settings.user !== undefined) await logIn(opened);
    } catch (error) {
      opened.close();
      throw toFailure(error, false);
    }
    taken = 0;
    connection = opened;
    return opened;
  }

  async function logIn(opened: SMTPConnection): Promise<void> {
    const credentials = { user: settings.user ?? "", pass: settings.password ?? "" };
    await new Promise<void>((resolve, reject) =>
      opened.login({ credentials }, (error) => (error ? reject(error) : resolve())),
    );
  }

  function drop(one: SMTPConnection | undefined): void {
    if (one === connection) connection = undefined;
    one?.close();
  }

  async function attempt(mail: ComposedMail, message: Buffer, beforeEnd: () => Promise<void>): Promise<void> {
    const used = connection ?? (await open());
    const progress = { isEnding: false };
    const stream = Readable.from(heldBack(message, beforeEnd, progress), { objectMode: false });
    try {
      await new Promise<void>((resolve, reject) =>
        used.send({ from: mail.envelopeFrom, to: [mail.to.address] }, stream, (error) =>
          error ? reject(error) : resolve(),
        ),
      );
      taken += 1;
    } catch (error) {
      drop(used);
      throw toFailure(error, progress.isEnding);
    }
  }

  return {
    async send(mail, beforeEnd) {
      const message = await compile(mail);
      const wasUsed = connection !== undefined && taken > 0;
      try {
        await attempt(mail, message, beforeEnd);
      } catch (error) {
        const isStale = wasUsed && error instanceof SmtpFailure && error.fault === "connection" && !error.isUnknown;
        if (!isStale) throw error;
        // The server had hung up while nothing was sent.
        await attempt(mail, message, beforeEnd);
      }
    },
    close: () => drop(connection),
  };
}

/** The consumer asks for more only when the server has asked for the message and what there is went to it. */
async function* heldBack(message: Buffer, beforeEnd: () => Promise<void>, progress: { isEnding: boolean }) {
  yield message;
  await beforeEnd();
  progress.isEnding = true;
}

/** The mail as it goes over the wire. */
function compile(mail: ComposedMail): Promise<Buffer> {
  const { from, to, replyTo, subject, html, text, calendar, messageId, headers, envelopeFrom } = mail;
  return new MailComposer({
    ...{ from, to, subject, html, text, messageId, headers: { ...headers } },
    envelope: { from: envelopeFrom, to: to.address },
    ...(replyTo !== undefined && { replyTo }),
    ...(calendar && { icalEvent: calendar }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function toFailure(error: unknown, isEnding: boolean): SmtpFailure {
  if (error instanceof SmtpFailure) return error;
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  const text = withoutAddresses(message ?? String(error));
  if (code === "EAUTH") return new SmtpFailure(text, { fault: "login" });
  if (responseCode !== undefined && responseCode >= 400 && responseCode !== 421)
    return new SmtpFailure(text, { fault: "mail", isFinal: responseCode >= 500 });
  return new SmtpFailure(text, { fault: "connection", isUnknown: isEnding && responseCode === undefined });
}

const MOST_REASON = 500;

/** Servers repeat the address that they refuse: it is personal, and the mail's row tells whose it is anyway. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"']+@[^\s<>"',;]+/g, "(address)").slice(0, MOST_REASON);
}
