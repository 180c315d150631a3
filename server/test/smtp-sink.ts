import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** Where a mail is on its way; `accepted` is when the server has it all and answers. */
export const smtpSteps = ["connect", "mail-from", "rcpt-to", "middle-of-data", "end-of-data", "accepted"] as const;
export type SmtpStep = (typeof smtpSteps)[number];

export interface SinkOptions {
  /** Called at each step; the server waits for it, or answers what it throws. */
  onStep?(step: SmtpStep, recipient?: string): Promise<void> | void;
  user?: { name: string; password: string };
  /** What it offers; read when it starts. */
  hasStartTls?: boolean;
  hasSmtpUtf8?: boolean;
}

/** A real SMTP server that keeps what it was given. */
export interface SmtpSink {
  readonly url: string;
  /** Whole messages that arrived with their end, each with its receiver. */
  readonly mails: { to: string; from: string; raw: string }[];
  options: SinkOptions;
  /** Commands of senders and receivers as they came over connections in clear; `mails` has their domains decoded. */
  readonly envelopes: string[];
  /** Passwords that came over connections in clear. */
  readonly clearPasswords: string[];
  /** Breaks every connection. */
  hangUp(): void;
  close(): Promise<void>;
}

export async function startSmtpSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const sink = { mails: [] as SmtpSink["mails"], envelopes: [] as string[], clearPasswords: [] as string[], options };
  const step = async (name: SmtpStep, recipient?: string) => sink.options.onStep?.(name, recipient);
  const server = new SMTPServer({
    disabledCommands: options.user ? [] : ["AUTH"],
    authOptional: !options.user,
    hideSTARTTLS: !options.hasStartTls,
    hideSMTPUTF8: !options.hasSmtpUtf8,
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, { secure }, done) {
      if (!secure) sink.clearPasswords.push(password ?? "");
      const isRight = username === sink.options.user?.name && password === sink.options.user?.password;
      return isRight ? done(null, { user: username }) : done(new Error("wrong password"));
    },
    onConnect: (_session, done) => answer(step("connect"), done),
    onMailFrom: (_address, _session, done) => answer(step("mail-from"), done),
    onRcptTo: ({ address }, _session, done) => answer(step("rcpt-to", address), done),
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo[0]?.address ?? "";
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      stream.once("data", () => void step("middle-of-data", to).catch(() => {}));
      const received = text(stream).then(async (raw) => {
        // With its end here, and only then: the server has taken it, whatever becomes of the answer.
        await step("end-of-data", to);
        sink.mails.push({ to, from, raw });
      });
      answer(received, (error) => {
        done(error);
        if (!error) setImmediate(() => void step("accepted", to).catch(() => {}));
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const sockets = new Set<Socket>();
  server.server.on("connection", (socket: Socket) => sockets.add(socket.once("close", () => sockets.delete(socket))));
  server.server.on("connection", (socket: Socket) => {
    if (options.hasStartTls) return;
    socket.on("data", (bytes: Buffer) => sink.envelopes.push(...(String(bytes).match(/^(?:MAIL|RCPT) .*$/gm) ?? [])));
  });
  return Object.assign(sink, {
    hangUp: () => {
      for (const socket of sockets) socket.destroy();
    },
    url: `smtp://${options.user ? `${options.user.name}:${options.user.password}@` : ""}127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

function answer(work: Promise<unknown>, done: (error?: Error | null) => void): void {
  work.then(
    () => done(),
    (error: Error) => done(error),
  );
}

/** What a server answers to refuse. */
export function smtpRefusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
