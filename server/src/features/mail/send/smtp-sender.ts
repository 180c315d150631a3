import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { cutText } from "../../../lib/cut-text.ts";
import { hideAddresses } from "../../../lib/hide-addresses.ts";
import { wireAddress } from "../../../lib/wire-address.ts";
import type { SmtpSettings } from "../../../setting-values.ts";
import type { ComposedMail } from "../compose/composed-mail.ts";

interface FailureKind {
  /**
   * Whose fault: of the mail (refused, or lost on its way), of the way there (the server can't be reached), or of our
   * settings (it does not let us in, or refuses our sender), which keep every mail from being sent.
   */
  readonly fault: "mail" | "connection" | "settings";
  /** Of a mail that is of no use to try again, how it ends. */
  readonly end?: "bounced" | "failed" | undefined;
  /** The end went out, and no answer came: the server may have taken it. */
  readonly isUnknown?: boolean;
}

/** Why a mail was not sent; the message holds no address. */
export class SmtpFailure extends Error {
  readonly kind: FailureKind;

  constructor(message: string, kind: FailureKind) {
    super(withoutAddresses(message));
    this.kind = kind;
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
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what may be done with one connection shares its state.
export function createSmtpSender(settings: SmtpSettings): SmtpSender {
  let connection: SMTPConnection | undefined;
  /** Of the connection: whether the server takes addresses beyond ASCII. */
  let hasSmtpUtf8 = false;
  /** Whether it has waited since its last mail: the server may have closed it. */
  let hasWaited = false;

  async function open(): Promise<SMTPConnection> {
    const { host, port, isSecure, user } = settings;
    const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: 2 * TIMEOUT_MS };
    // Where there is no password to lose, a server whose TLS does not work gets its mails all the same.
    const opportunisticTLS = user === undefined;
    const opened = new SMTPConnection({ host, port, secure: isSecure, opportunisticTLS, ...timeouts });
    opened.once("end", () => drop(opened));
    try {
      await new Promise<void>((resolve, reject) => {
        opened.on("error", (error: Error) => {
          drop(opened);
          reject(error);
        });
        opened.connect((error) => (error ? reject(error) : resolve()));
      });
      hasSmtpUtf8 = offersSmtpUtf8(opened);
      if (user !== undefined) await logIn(opened);
    } catch (error) {
      opened.close();
      throw openingFailure(error as SmtpError | SmtpFailure);
    }
    hasWaited = false;
    connection = opened;
    return opened;
  }

  async function logIn(opened: SMTPConnection): Promise<void> {
    if (!opened.secure && !settings.isClearPasswordAllowed) throw new SmtpFailure(NO_TLS, { fault: "settings" });
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
    const to = wireAddress(mail.to.address);
    if (!hasSmtpUtf8 && !isAscii(to)) throw new SmtpFailure(NO_SMTPUTF8, { fault: "mail", end: "failed" });
    const progress = { isEnding: false };
    const stream = Readable.from(heldBack(message, beforeEnd, progress), { objectMode: false });
    try {
      await new Promise<void>((resolve, reject) =>
        used.send({ from: wireAddress(mail.envelopeFrom), to: [to] }, stream, (error) =>
          error ? reject(error) : resolve(),
        ),
      );
      hasWaited = true;
    } catch (error) {
      drop(used);
      throw sendingFailure(error as SmtpError, progress.isEnding);
    }
  }

  return {
    async send(mail, beforeEnd) {
      const message = await compile(mail);
      const mayBeStale = connection !== undefined && hasWaited;
      try {
        await attempt(mail, message, beforeEnd);
      } catch (error) {
        if (!mayBeStale || !(error instanceof LostConnection)) throw error;
        // The server had hung up while nothing was sent, or takes only so many mails on one connection.
        await attempt(mail, message, beforeEnd);
      }
    },
    close: () => drop(connection),
  };
}

const NO_TLS = "The server offers no STARTTLS, and the password is not sent in clear (SMTP_CLEAR_PASSWORD)";
const NO_SMTPUTF8 = "The mail server takes no addresses beyond ASCII (SMTPUTF8)";

/** From its answer to EHLO, which is the last one before somebody logs in (RFC 6531). */
function offersSmtpUtf8({ lastServerResponse }: SMTPConnection): boolean {
  return lastServerResponse !== false && /^250[ -]SMTPUTF8\b/im.test(lastServerResponse);
}

function isAscii(text: string): boolean {
  return !/\P{ASCII}/u.test(text);
}

/** The consumer asks for more only when the server has asked for the message and what there is went to it. */
async function* heldBack(message: Buffer, beforeEnd: () => Promise<void>, progress: { isEnding: boolean }) {
  yield message;
  await beforeEnd();
  progress.isEnding = true;
}

/** The mail as it goes over the wire. */
async function compile(mail: ComposedMail): Promise<Buffer> {
  const { from, to, replyTo, subject, html, text, calendar, messageId, headers, envelopeFrom } = mail;
  const composer = new MailComposer({
    from,
    to,
    subject,
    html,
    text,
    messageId,
    headers: { ...headers },
    envelope: { from: envelopeFrom, to: to.address },
    ...(replyTo !== undefined && { replyTo }),
    ...(calendar && { icalEvent: calendar }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    return await composer.compile().build();
  } catch (error) {
    throw new SmtpFailure((error as Error).message, { fault: "mail", end: "failed" });
  }
}

interface SmtpError {
  readonly message: string;
  /** Of nodemailer. */
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** Nobody is let in, or nobody is there: no mail's fault. */
function openingFailure(error: SmtpError | SmtpFailure): SmtpFailure {
  if (error instanceof SmtpFailure) return error;
  const { message, code } = error;
  return new SmtpFailure(message, { fault: code === "EAUTH" ? "settings" : "connection" });
}

/** The connection was lost, or the server closes it, before it could take the mail. */
class LostConnection extends SmtpFailure {}

/** Servers that ask for a log-in, or another one, or for encryption (RFC 4954). */
const logInCodes = new Set([530, 534, 535, 538]);
const CLOSING = 421;

function sendingFailure(error: SmtpError | SmtpFailure, isEnding: boolean): SmtpFailure {
  if (error instanceof SmtpFailure) return error;
  const { message, code, command, responseCode } = error;
  if (responseCode === undefined) {
    // nodemailer itself refuses: an address that is none, a mail larger than the server takes.
    if (code === "EENVELOPE" || code === "EMESSAGE") return new SmtpFailure(message, { fault: "mail", end: "failed" });
    if (isEnding) return new SmtpFailure(message, { fault: "mail", isUnknown: true });
    return new LostConnection(message, { fault: "mail" });
  }
  if (responseCode === CLOSING) return new LostConnection(message, { fault: "mail" });
  if (logInCodes.has(responseCode)) return new SmtpFailure(message, { fault: "settings" });
  if (responseCode < 500) return new SmtpFailure(message, { fault: "mail" });
  // All mails come from one address: refused once, refused always.
  if (command === "MAIL FROM") return new SmtpFailure(message, { fault: "settings" });
  // Said to strangers: somebody has yet to tell the server that we are none. Not lost by the first try.
  return new SmtpFailure(message, { fault: "mail", end: /\brelay/i.test(message) ? undefined : "bounced" });
}

const MOST_REASON = 500;

/** Servers repeat the address that they refuse: it is personal, and the mail's row tells whose it is anyway. */
function withoutAddresses(text: string): string {
  return cutText(hideAddresses(text), MOST_REASON);
}
