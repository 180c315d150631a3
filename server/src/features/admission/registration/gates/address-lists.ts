import { trimBlanks } from "../../../../lib/blanks.ts";
import { domainKey, readEmailAddress } from "../../../../lib/email-address.ts";
import { keptWith } from "../../../../lib/kept-with.ts";

/**
 * Whether an e-mail address is on a list of addresses and domains, in whatever spelling; a domain means all below it, and
 * nothing that only ends alike: example.com is in mail.example.com and not in notexample.com.
 * @param key of the address, see lib/email-address.ts.
 */
export function isAddressIn(key: string, list: readonly string[]): boolean {
  const keys = keysOf(list);
  return keys.has(key) || domainsAbove(key.slice(key.lastIndexOf("@") + 1)).some((domain) => keys.has(domain));
}

/** What an entry of a list means: the key of an address, or a domain; undefined for what is neither. */
export function readEntry(entry: string): string | undefined {
  const text = trimBlanks(entry);
  // "@example.com" and "*.example.com" are what people type for a domain.
  return readEmailAddress(text)?.key ?? domainKey(text.replace(/^(?:@|\*\.)/, ""));
}

/** An event and its lists are kept in memory. */
const kept = keptWith<readonly string[], ReadonlySet<string | undefined>>();

function keysOf(list: readonly string[]): ReadonlySet<string | undefined> {
  return kept(list, "keys", () => new Set(list.map(readEntry)));
}

/** mail.example.com, example.com and com. */
function domainsAbove(domain: string): string[] {
  const labels = domain.split(".");
  return labels.map((_, index) => labels.slice(index).join("."));
}

/** Whether a host is on a list of hosts; `*.example.com` means all below example.com and not itself. */
export function isHostIn(host: string, list: readonly string[]): boolean {
  const name = hostKey(host.trim().replace(/\.$/, ""));
  if (name === "") return false;
  return list.some((line) => {
    const entry = trimBlanks(line);
    return entry.startsWith("*.") ? name.endsWith(`.${hostKey(entry.slice(2))}`) : name === hostKey(entry);
  });
}

/** A host may have a port. */
function hostKey(host: string): string {
  return domainKey(host) ?? host.toLowerCase();
}
