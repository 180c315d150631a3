import { domainKey } from "./email-address.ts";

/** An address as mail servers and calendars take it: its domain in letters, digits and hyphens (RFC 5890). */
export function wireAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  return `${address.slice(0, at + 1)}${domainKey(domain) ?? domain}`;
}

/** An address as a link (RFC 6068). */
export function mailtoOf(address: string): string {
  const wire = wireAddress(address);
  const at = wire.lastIndexOf("@");
  // A plus sign stays: many readers compare addresses as they are written.
  return `mailto:${encodeURIComponent(wire.slice(0, at)).replaceAll("%2B", "+")}${wire.slice(at)}`;
}
