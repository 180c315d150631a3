import { type MailKind, mailKinds } from "../../base/outbox/mail-kinds.ts";
import type { Addresses } from "../../webinars/event-emails/addresses.ts";

/** No Precedence: it is no standard, and some receivers sort out what says "bulk". */
export function headersOf(kind: MailKind, { unsubscribe }: Addresses): Record<string, string> {
  return {
    // RFC 3834, and what Exchange asks for instead: nobody's absence is answered to us.
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "OOF, AutoReply",
    ...(mailKinds[kind].parts.flat().includes("unsubscribe") && {
      "List-Unsubscribe": `<${unsubscribe}>`,
      // RFC 8058: one click, which only https may offer.
      ...(unsubscribe.startsWith("https:") && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    }),
  };
}

/** RFC 5321. */
const MAX_LOCAL_PART = 64;

/** Where a mail bounces to: an address of its own, which tells what bounced whatever the report leaves out. */
export function bounceAddress(config: { mailFrom: string; bounceTo: string | undefined }, mailKey: string): string {
  if (config.bounceTo === undefined) return config.mailFrom;
  const [local, domain] = config.bounceTo.split("@");
  const own = `${local}+${mailKey}`;
  return own.length > MAX_LOCAL_PART ? config.bounceTo : `${own}@${domain}`;
}
