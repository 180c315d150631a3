import { randomUUID } from "node:crypto";
import type { LanguageCode } from "@lectern/texts/languages";
import { speak } from "@lectern/texts/say";
import { html } from "../../../http/pages/html.ts";
import type { JobContext, JobDefinition } from "../../../jobs/jobs.ts";
import { wireAddress } from "../../../lib/wire-address.ts";
import { findClient } from "../../base/accounts/queries.ts";
import type { ComposedMail } from "../../mail/compose/composed-mail.ts";
import { createSmtpSender } from "../../mail/send/smtp-sender.ts";
import { addressStyle, cardDocument } from "../../webinars/event-emails/mail-look.ts";
import { oneLine } from "../../webinars/event-emails/token-values.ts";
import { linkLife, makePasswordLink } from "./password-link.ts";
import { findActiveUser, findUserNamed, type SignInUser } from "./queries.ts";

export const SEND_RESET = "send-password-link";
export const SEND_INVITATION = "send-invitation";

/** Somebody has forgotten a password, and goes by this name, or says so. */
export interface ResetAsked {
  readonly name: string;
  readonly language: LanguageCode;
}

export interface Invited {
  readonly clientId: number;
  readonly userId: number;
  readonly language: LanguageCode;
}

/** Nobody, and whoever signs in through an organisation only, gets none. */
export const sendResetJob: JobDefinition = {
  name: SEND_RESET,
  async run(context, payload) {
    const { name, language } = payload as ResetAsked;
    const user = await findUserNamed(context.db, name);
    if (user) await sendLink(context, user, "reset", language);
  },
};

export const sendInvitationJob: JobDefinition = {
  name: SEND_INVITATION,
  async run(context, payload) {
    const { clientId, userId, language } = payload as Invited;
    const user = await findActiveUser(context.db, clientId, userId);
    if (user) await sendLink(context, user, "invitation", language);
  },
};

type Occasion = keyof typeof linkLife;

/** The link is made when it is sent, so that it lies nowhere. Where there is no mail server nobody is mailed. */
async function sendLink(context: JobContext, user: SignInUser, occasion: Occasion, language: LanguageCode) {
  const { config, sealer, now } = context;
  if (!config.smtp) return;
  const client = await findClient(context.db, user.clientId);
  const expiresAt = new Date(now().getTime() + linkLife[occasion]);
  const { url } = makePasswordLink({ sealer, publicUrl: config.publicUrl }, user, expiresAt);
  const organisation = client?.name ?? "";
  const mail = composeLink(user, { occasion, language, organisation, url: `${url}&lang=${language}` });
  const from = { name: organisation, address: client?.mailFrom ?? config.mailFrom };
  const sender = createSmtpSender(config.smtp);
  try {
    await sender.send({ ...mail, from, ...envelopeOf(from.address) }, async () => {});
  } finally {
    sender.close();
  }
}

const envelopeOf = (address: string) => ({
  messageId: `<${randomUUID()}@${wireAddress(address).split("@")[1]}>`,
  envelopeFrom: address,
  replyTo: undefined,
  calendar: undefined,
  headers: { "Auto-Submitted": "auto-generated" },
});

interface LinkMail {
  readonly occasion: Occasion;
  readonly language: LanguageCode;
  readonly organisation: string;
  readonly url: string;
}

function composeLink(
  { name, email, userName }: SignInUser,
  { occasion, language, organisation, url }: LinkMail,
): Pick<ComposedMail, "to" | "subject" | "text" | "html"> {
  const say = speak(language);
  const isReset = occasion === "reset";
  const subject = isReset ? say("staff:mail.resetSubject") : say("staff:mail.invitedSubject", { organisation });
  const says = isReset
    ? say("staff:mail.reset", { user: userName })
    : say("staff:mail.invited", { organisation, user: userName });
  const lines = [says, url, ...(isReset ? [say("staff:mail.notYou")] : [])];
  const paragraphs = html`${lines.map(
    (line) => html`<p>${line === url ? html`<a href="${url}" style="${addressStyle}">${url}</a>` : line}</p>
`,
  )}`;
  return {
    to: { name: oneLine(name), address: email },
    subject: oneLine(subject),
    text: `${lines.join("\n\n")}\n`,
    html: cardDocument(
      { subject, body: paragraphs.text, writtenIn: { languageCode: language, countryCode: null }, pixel: undefined },
      organisation,
    ),
  };
}
