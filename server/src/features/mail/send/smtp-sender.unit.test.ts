import { afterEach, expect, test, vi } from "vitest";
import { type SinkOptions, type SmtpSink, startSmtpSink } from "../../../../test/smtp-sink.ts";
import { readConfig } from "../../../config.ts";
import type { ComposedMail } from "../compose/composed-mail.ts";
import { createSmtpSender, SmtpFailure, type SmtpSender } from "./smtp-sender.ts";

let sink: SmtpSink;
let sender: SmtpSender;
afterEach(async () => {
  sender.close();
  await sink.close();
  vi.unstubAllEnvs();
});

async function connect(offers: SinkOptions, settings: Record<string, string> = {}): Promise<void> {
  sink = await startSmtpSink(offers);
  const { smtp } = readConfig({ SMTP_URL: sink.url, ...settings });
  if (!smtp) throw new Error("no server");
  sender = createSmtpSender(smtp);
}

function mailTo(address: string): ComposedMail {
  return {
    from: { name: "Acme", address: "webinars@münchen.example" },
    to: { name: "Jörg", address },
    replyTo: undefined,
    subject: "Hello",
    html: "<p>Hello</p>",
    text: "Hello",
    calendar: undefined,
    messageId: "<1@acme.com>",
    headers: {},
    envelopeFrom: "bounce@münchen.example",
  };
}

/** What became of a mail: sent, or why not. */
async function outcomeOf(address: string): Promise<SmtpFailure | "sent"> {
  try {
    await sender.send(mailTo(address), async () => {});
    return "sent";
  } catch (error) {
    if (error instanceof SmtpFailure) return error;
    throw error;
  }
}

test.each([
  ["jorg@bücher.example", "jorg@xn--bcher-kva.example"],
  ["jorg@BÜCHER.example", "jorg@xn--bcher-kva.example"],
  ["ada@xn--mller-kva.example", "ada@xn--mller-kva.example"],
  ["Ada+x@Acme.example", "Ada+x@acme.example"],
])("%s is sent to by letters, digits and hyphens, whatever the server offers", async (address, onTheWire) => {
  for (const hasSmtpUtf8 of [false, true]) {
    await connect({ hasSmtpUtf8 });
    expect(await outcomeOf(address)).toBe("sent");
    expect(sink.envelopes).toEqual(["MAIL FROM:<bounce@xn--mnchen-3ya.example>", `RCPT TO:<${onTheWire}>`]);
    sender.close();
    await sink.close();
  }
});

test("a name beyond ASCII goes to servers that take such names", async () => {
  await connect({ hasSmtpUtf8: true });
  expect(await outcomeOf("jörg@bücher.example")).toBe("sent");
  expect(sink.envelopes).toEqual([
    "MAIL FROM:<bounce@xn--mnchen-3ya.example> SMTPUTF8",
    "RCPT TO:<jörg@xn--bcher-kva.example>",
  ]);
  expect(sink.mails).toHaveLength(1);
});

test("where the server does not take them, the mail fails for a reason of ours, and the next one goes out", async () => {
  await connect({ hasSmtpUtf8: false });
  expect(await outcomeOf("gina@acme.com")).toBe("sent");
  for (const address of ["jörg@acme.com", "用户@acme.com"]) {
    const failure = await outcomeOf(address);
    expect(failure).toMatchObject({ kind: { fault: "mail", end: "failed" } });
    expect(String(failure)).toMatch(/no addresses beyond ASCII/);
    expect(String(failure)).not.toContain("acme.com");
  }
  expect(await outcomeOf("gina@acme.com")).toBe("sent");
  expect(sink.mails.map(({ to }) => to)).toEqual(["gina@acme.com", "gina@acme.com"]);
});

const user = { name: "lectern", password: "right" };

test("no password goes out in clear", async () => {
  await connect({ user });
  const failure = await outcomeOf("gina@acme.com");
  expect(failure).toMatchObject({ kind: { fault: "settings" } });
  expect(String(failure)).toMatch(/no STARTTLS.*SMTP_CLEAR_PASSWORD/);
  expect([sink.clearPasswords, sink.mails]).toEqual([[], []]);
});

test("nor where the upgrade fails, as when somebody on the way answers it", async () => {
  await connect({ user, hasStartTls: true });
  expect(await outcomeOf("gina@acme.com")).toBeInstanceOf(SmtpFailure);
  expect([sink.clearPasswords, sink.mails]).toEqual([[], []]);
});

test("encrypted it goes out, and in clear where it is allowed to", async () => {
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  await connect({ user, hasStartTls: true });
  expect(await outcomeOf("gina@acme.com")).toBe("sent");
  expect(sink.clearPasswords).toEqual([]);
  sender.close();
  await sink.close();
  await connect({ user }, { SMTP_CLEAR_PASSWORD: "on" });
  expect(await outcomeOf("gina@acme.com")).toBe("sent");
  expect(sink.clearPasswords).toEqual(["right"]);
});
