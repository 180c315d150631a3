import nodemailer from "nodemailer";
import { answerProgram } from "../lib/program.ts";

export interface BareJob {
  readonly port: number;
  readonly mails: number;
  readonly connections: number;
  /** As Lectern writes one. */
  readonly sample: Readonly<Record<string, unknown>>;
}

// nodemailer with its own pool and nothing else: what can be had of this machine.
answerProgram(async ({ port, mails, connections, sample }: BareJob) => {
  const transport = nodemailer.createTransport({
    host: "127.0.0.1",
    port,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // As many under way as its pool takes at once, so that no list of thousands waits in its memory.
  let next = 0;
  const work = async () => {
    while (next < mails) {
      const n = next++;
      await transport.sendMail({ ...sample, to: `bare.${n}@example.com`, messageId: `<bare.${n}@example.com>` });
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  transport.close();
  return { sent: mails };
});
