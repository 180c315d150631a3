import { type ParsedMail, simpleParser } from "mailparser";
import { cutText } from "../../../lib/cut-text.ts";
import { hideAddresses } from "../../../lib/hide-addresses.ts";

/** What a server reports of a mail that it could not deliver (RFC 3464). */
export interface BounceReport {
  /** Names that the report may have for the mail: the address it came back to, the mail's Message-ID. */
  readonly names: readonly string[];
  /** Whether the server has given up; it reports delays too, after which a mail may still arrive. */
  readonly isFinal: boolean;
  /** What the server says, without addresses: they are people's. */
  readonly reason: string;
}

/** Characters; a server's explanation may be a page. */
const MAX_REASON = 500;

/** Reads a report as it came, headers and all; undefined for other mail, such as an answer to one of ours. */
export async function readBounceReport(raw: Buffer): Promise<BounceReport | undefined> {
  const mail = await simpleParser(raw, { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true });
  const status = partOf(mail, "message/delivery-status");
  if (status === undefined) return undefined;
  const fields = readFields(status);
  return {
    names: [...backTo(mail), ...(await returnedIds(mail))],
    isFinal: fields("action") === "failed",
    reason: cutText(
      hideAddresses([fields("status"), fields("diagnostic-code")?.replace(/^\w+;\s*/, "")].filter(Boolean).join(" ")),
      MAX_REASON,
    ),
  };
}

/** Text of the first part of a type. */
function partOf(mail: ParsedMail, ...types: string[]): string | undefined {
  return mail.attachments.find(({ contentType }) => types.includes(contentType))?.content.toString();
}

/** The fields about the recipient: ours have one each. Names in any letter case, folded lines joined. */
function readFields(status: string): (name: string) => string | undefined {
  const lines = status
    .replaceAll("\r\n", "\n")
    .replace(/\n[ \t]+/g, " ")
    .split("\n");
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name = "", value = ""] = /^([\w-]+):(.*)$/.exec(line) ?? [];
    if (name !== "") fields.set(name.toLowerCase(), value.trim());
  }
  return (name) => (name === "action" ? fields.get(name)?.toLowerCase() : fields.get(name));
}

/** Where the report went: the address that was made for the one mail. */
function backTo({ headers, to }: ParsedMail): string[] {
  const named = ["delivered-to", "x-original-to", "envelope-to"].map((name) => String(headers.get(name) ?? ""));
  const addresses = [to].flat().map((list) => list?.text ?? "");
  return [...addresses, ...named].flatMap((text) => [...text.matchAll(/\+([\w-]+)@/g)].map(([, key = ""]) => key));
}

/** The Message-ID in what the report returns of the mail, headers at least. */
async function returnedIds(mail: ParsedMail): Promise<string[]> {
  const returned = partOf(mail, "message/rfc822", "text/rfc822-headers", "message/rfc822-headers");
  if (returned === undefined) return [];
  const { messageId } = await simpleParser(returned, { skipHtmlToText: true, skipTextToHtml: true });
  return messageId === undefined ? [] : [messageId.replace(/^</, "").split("@")[0] ?? ""];
}
